namespace HemC101.Tracking.Study;

/// <summary>Kinds of material a unit operation consumes; each lot is scanned.</summary>
public enum MaterialKind
{
    ApheresisKit,
    Anticoagulant,
    SelectionBeads,
    TubingSet,
    ActivationReagent,
    Medium,
    Cytokine,
    Vector,
    Cryoprotectant,
    DoseBag,
}

/// <summary>A number that a unit operation records, with the range a value must lie in (both ends inclusive).</summary>
public sealed record UnitParameter(string Code, Text Name, string Unit, decimal Min, decimal Max, int Decimals);

/// <summary>One unit operation as the master process plans it.</summary>
/// <param name="Code">UO-01 and so on, in the order of work.</param>
/// <param name="EndsFormulated">True on the last one: its completion makes the batch Formulated.</param>
public sealed record UnitDefinition(
    string Code,
    Text Name,
    IReadOnlyList<MaterialKind> Materials,
    IReadOnlyList<UnitParameter> Parameters,
    bool EndsFormulated = false);

/// <summary>The versioned master process definition; a batch keeps the version it was opened with.</summary>
public sealed record MasterProcess(string Version, IReadOnlyList<UnitDefinition> Units)
{
    private static readonly UnitParameter Viability = new("viability", new("Жизнеспособность", "Viability"), "%", 0, 100, 1);

    public static MasterProcess Demo { get; } = new("MP-demo-1",
    [
        new("UO-01", new("Селекция CD4/CD8", "CD4/CD8 selection"),
            [MaterialKind.SelectionBeads, MaterialKind.TubingSet],
            [
                new("cd3_after", new("CD3+ после селекции", "CD3+ after selection"), "×10⁹", 0, 20, 2),
                new("purity", new("Чистота CD3+", "CD3+ purity"), "%", 0, 100, 1),
            ]),
        new("UO-02", new("Активация CD3/CD28", "CD3/CD28 activation"),
            [MaterialKind.ActivationReagent, MaterialKind.Medium, MaterialKind.Cytokine],
            [new("seeded", new("Засеяно клеток", "Cells seeded"), "×10⁶", 1, 2000, 0)]),
        new("UO-03", new("Трансдукция", "Transduction"),
            [MaterialKind.Vector],
            [
                new("moi", new("Множественность инфекции (MOI)", "Multiplicity of infection (MOI)"), "", 0.1m, 50, 1),
                new("vector_volume", new("Объём вектора", "Vector volume"), "мл / mL", 0.1m, 500, 1),
            ]),
        new("UO-04", new("Экспансия", "Expansion"),
            [MaterialKind.Medium, MaterialKind.Cytokine],
            [
                new("cells", new("Клеток в культуре", "Cells in culture"), "×10⁶", 0, 100000, 0),
                Viability,
                new("car", new("CAR+ от CD3+", "CAR+ of CD3+"), "%", 0, 100, 1),
            ]),
        new("UO-05", new("Сбор и приготовление", "Harvest and formulation"),
            [MaterialKind.Cryoprotectant],
            [
                new("cells", new("Собрано ядросодержащих клеток", "Nucleated cells harvested"), "×10⁶", 0, 100000, 0),
                Viability,
                new("volume", new("Объём продукта", "Product volume"), "мл / mL", 1, 500, 1),
            ],
            EndsFormulated: true),
    ]);

    public UnitDefinition Unit(string code) =>
        Units.FirstOrDefault(unit => unit.Code == code)
        ?? throw new ArgumentException($"Process {Version} has no unit operation {code}.", nameof(code));
}
