namespace HemC101.Tracking.Study;

public enum QcVerdict
{
    Pass,
    Fail,
}

/// <summary>
/// One test of the release specification. Numeric when a limit is given, otherwise an expected answer (conforms, not detected).
/// </summary>
/// <param name="Stage">1 is needed before infusion, 2 may arrive after.</param>
/// <param name="Min">Inclusive; null when there is no lower limit.</param>
/// <param name="Below">Exclusive upper limit; null when there is none.</param>
public sealed record QcTest(string Code, Text Name, int Stage, string Unit = "", decimal? Min = null, decimal? Below = null)
{
    /// <summary>Code of the genetic identity test: the profile found is compared with the recorded reference.</summary>
    public const string Str = "str";

    public bool IsNumeric => Min is not null || Below is not null;

    /// <summary>The verdict is computed; nobody types Pass beside a failing number.</summary>
    /// <param name="value">The number of a numeric test; otherwise 1 for the expected answer, 0 for any other.</param>
    public QcVerdict Judge(decimal value)
    {
        var passes = IsNumeric
            ? (Min is not { } min || value >= min) && (Below is not { } below || value < below)
            : value == 1;
        return passes ? QcVerdict.Pass : QcVerdict.Fail;
    }
}

/// <summary>The versioned release specification; a batch keeps the version it was opened with.</summary>
public sealed record Specification(string Version, IReadOnlyList<QcTest> Tests)
{
    public static Specification Demo { get; } = new("SP-demo-1",
    [
        new("appearance", new("Внешний вид, целостность", "Appearance, integrity"), 1),
        new("viability", new("Жизнеспособность", "Viability"), 1, "%", Min: 70),
        new("cd3", new("CD3+", "CD3+ purity"), 1, "%", Min: 70),
        new("car", new("CAR+ от CD3+", "CAR+ of CD3+"), 1, "%", Min: 10),
        new("identity", new("Подлинность: CAR выявлен", "Identity: CAR detected"), 1),
        new("vcn", new("VCN, копий на клетку", "VCN, copies per cell"), 1, "", Below: 5),
        new("endotoxin", new("Эндотоксины", "Endotoxin"), 1, "EU/mL", Below: 5),
        new("gram", new("Окраска по Граму: нет микроорганизмов", "Gram stain: no organisms"), 1),
        new("mycoplasma", new("Микоплазма: не выявлена", "Mycoplasma: not detected"), 1),
        new("sterility-interim", new("Стерильность, промежуточно: нет роста", "Sterility, interim: no growth"), 1),
        new("sterility-final", new("Стерильность, окончательно: нет роста", "Sterility, final: no growth"), 2),
        new("rcl", new("RCL: не выявлен", "RCL: not detected"), 2),
    ]);

    /// <summary>With the genetic identity test, which not every study asks for.</summary>
    public Specification WithStr() => Tests.Any(test => test.Code == QcTest.Str) ? this : this with
    {
        Version = $"{Version}+STR",
        Tests = [.. Tests, new(QcTest.Str, new("Подлинность: профиль STR совпадает с эталоном", "Identity: STR profile matches the reference"), 1)],
    };

    public QcTest Test(string code) =>
        Tests.FirstOrDefault(test => test.Code == code)
        ?? throw new ArgumentException($"Specification {Version} has no test {code}.", nameof(code));
}
