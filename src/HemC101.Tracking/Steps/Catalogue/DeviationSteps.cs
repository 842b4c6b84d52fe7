using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Deviations: anybody reports one, quality assurance assesses and closes it, a critical one together with the QP.</summary>
internal static class DeviationSteps
{
    private static readonly Role[] Reporters =
    [
        Role.ApheresisNurse, Role.ApheresisPhysician, Role.Courier, Role.LabOperator, Role.QualityControl, Role.Cryostore, Role.WardNurse, Role.Investigator,
        Role.Coordinator, Role.QualityAssurance, Role.QualifiedPerson,
    ];

    private static readonly ChoiceField Over = new("over", new("Чего касается", "What it is about"),
    [
        new("chain", new("Всей цепочки", "The whole chain")),
        new("collection", new("Последнего сбора", "The latest collection")),
        new("batch", new("Текущей серии", "The current batch")),
        new("day1", new("Пакета Дня 1", "The Day 1 bag")),
        new("day2", new("Пакета Дня 2", "The Day 2 bag")),
    ]);

    private static readonly ReferenceField Document = new("document", new("Номер отклонения", "Number of the deviation"));

    /// <summary>Asked before a release and before the bags are confirmed (DESIGN §3.5).</summary>
    internal static readonly Gate NoneCritical = new(
        "deviation-open", "Открыто критическое отклонение. Пусть ОК и УЛ оценят и закроют его.",
        "A critical deviation is open. Let QA and the QP assess and close it.",
        facts => facts.Batch is not { } batch || !facts.Chain.CriticalOver(batch).Any());

    private static readonly Gate Known = new(
        "nothing-deviated", "Такого сбора, такой серии или такого пакета ещё нет. Отнесите отклонение ко всей цепочке.",
        "There is no such collection, batch or bag yet. Report it for the whole chain.", facts => facts.Value(Over) == "chain" || Of(facts) is not null);

    private static readonly Gate Others = new(
        "own-deviation", $"Закрывает не тот, кто сообщил об отклонении и чей шаг в нём разбирают. {Words.OneName.Ru}",
        $"A deviation is closed by others than who reported it and at whose step it happened. {Words.OneName.En}",
        facts => facts.Deviation is { } deviation && !facts.Signers.Any(signer => deviation.OpenedBy.Any(by => facts.Chain.AreOne(by, signer.Person))));

    public static readonly Step Open = new()
    {
        Id = "deviation.open",
        Name = new("Сообщить об отклонении", "Report a deviation"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Chain,
        Roles = Reporters,
        Listed = false,
        Record = [DeviationCodes.Kind, DeviationCodes.Class, Over, Document],
        Checks = [Known],
        Signatures = [new(Meaning.Performed, Reporters)],
        Events = facts => [new DeviationOpened(facts.Value(DeviationCodes.Kind), Enum.Parse<DeviationClass>(facts.Value(DeviationCodes.Class)), Of(facts), facts.Value(Document))],
    };

    public static readonly Step Close = Closing("deviation.close", new("Закрыть отклонение", "Close a deviation"), isCritical: false) with
    {
        Roles = [Role.QualityAssurance],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance)],
    };

    public static readonly Step CloseCritical = Closing("deviation.close-critical", new("Закрыть критическое отклонение", "Close a critical deviation"), isCritical: true) with
    {
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        Signatures = [new(Meaning.Reviewed, Role.QualityAssurance), new(Meaning.Approved, Role.QualifiedPerson)],
    };

    public static readonly IReadOnlyList<Step> All = [Open, Close, CloseCritical];

    private static Step Closing(string id, Text name, bool isCritical)
    {
        bool Waits(Facts facts) => facts.Deviation is { IsOpen: true } deviation && deviation.Class == DeviationClass.Critical == isCritical;
        return new()
        {
            Id = id,
            Name = name,
            Kind = StepKind.Preserve,
            Station = Station.Quality,
            Scope = Scope.Deviation,
            Roles = [],
            When = Waits,
            Record = [DeviationCodes.Assessment, Document],
            Gates =
            [
                new(isCritical ? "not-critical" : "not-to-close",
                    isCritical ? "Отклонение не критическое или уже закрыто." : "Отклонение уже закрыто, или оно критическое: тогда подписывают ОК и УЛ.",
                    isCritical ? "The deviation is not critical, or is closed already." : "The deviation is closed already, or it is critical: then QA and the QP sign.", Waits),
            ],
            Checks = [Others],
            Events = facts =>
            [
                new DeviationClosed(facts.Deviation!.Number, facts.Value(DeviationCodes.Assessment), facts.Value(Document)),
                .. facts.Value(DeviationCodes.Assessment) == DeviationCodes.NotToBeUsed
                    ? [new HoldPlaced(facts.Chain.HoldsEverPlaced + 1, facts.Deviation.Of, Hold.Deviation, StopsManufacture: false)]
                    : Array.Empty<ChainEvent>(),
            ],
        };
    }

    private static string? Of(Facts facts) => Words.Over(facts.Chain, facts.Value(Over));
}
