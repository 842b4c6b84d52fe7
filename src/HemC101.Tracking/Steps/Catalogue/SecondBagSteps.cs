using System.Globalization;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// Two bags of one procedure: one donation number, each bag with a label of its own. From the end of the collection on both are
/// scanned wherever one was, until they become a batch; where one is missing, its lack is explained first.
/// </summary>
internal static class SecondBagSteps
{
    private static readonly Role[] Crew = [Role.ApheresisNurse, Role.ApheresisPhysician];

    private static readonly ChoiceField Which = new("which", new("Какого пакета нет", "Which bag is missing"),
    [
        new("2", new("Второго (–02)", "The second (–02)")),
        new("1", new("Первого", "The first")),
    ]);

    private static readonly ChoiceField Reason = new("reason", new("Почему", "Why"),
    [
        new("not-filled", new("Не понадобился: не заполнен", "Not needed: it was not filled")),
        new("damaged", new("Повреждён и уничтожен", "Damaged and destroyed")),
        new("lost", new("Утрачен в пути", "Lost on its way")),
        new("left-behind", new("Остался в отделении афереза и уничтожен", "Left at the apheresis unit and destroyed")),
    ]);

    private static readonly ReferenceField Document = new("document", new("Номер отчёта", "Number of the report"));

    public static readonly Step Take = new()
    {
        Id = "collection.second-bag",
        Name = new("Взять второй пакет", "Take a second bag"),
        Kind = StepKind.Preserve,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = Crew,
        Listed = false,
        When = facts => facts.Collection is { State: CollectionState.Collecting, Bags: 1 },
        Scans = [Words.Band, Words.CollectionBagScan],
        Gates =
        [
            new("second-bag-late", "Второй пакет берут, пока идёт сбор.", "A second bag is taken while the collection runs.",
                facts => facts.Collection is { State: CollectionState.Collecting }),
            new("second-bag-there", "Второй пакет уже взят. Его этикетку перепечатывают со страницы цепочки.",
                "The second bag was taken already. Its label is reprinted from the page of the chain.", facts => facts.Collection is { Bags: 1 }),
        ],
        Signatures = [new(Meaning.Performed, Crew), new(Meaning.Verified, Crew)],
        Labels = facts => [new(LabelKind.CollectionBag, Carrier.PrimaryBag, CollectionBagId.Of(facts.Collection!.Donation, 2).ToString())],
        Events = facts => [new SecondBagTaken(facts.Collection!.Donation)],
    };

    public static readonly Step Explain = new()
    {
        Id = "collection.explain-bag",
        Name = new("Объяснить, почему одного из двух пакетов нет", "Explain why one of two bags is missing"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Collection,
        Roles = [Role.QualityAssurance, Role.LabOperator, .. Crew],
        Listed = false,
        When = facts => facts.Collection is { Bags: 2, Missing: null } && IsAwaited(facts),
        Record = [Which, Reason, Document],
        Gates =
        [
            new("nothing-to-explain", "В этом сборе один пакет, или отсутствие одного из двух уже объяснено. Нет обоих – «Сбор утрачен».",
                "This collection has one bag, or the lack of one of two is explained already. If both are gone: “Collection lost”.",
                facts => facts.Collection is { Bags: 2, Missing: null }),
            new("bags-used", "Сбор уже в производстве или выбыл: о пакете сообщите отклонением.",
                "The collection is in manufacture or out: report the bag as a deviation.", IsAwaited),
        ],
        Signatures = [new(Meaning.Performed, Role.LabOperator, Role.ApheresisNurse, Role.ApheresisPhysician), new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts =>
        [
            new CollectionBagExplained(
                facts.Collection!.Donation, int.Parse(facts.Value(Which), CultureInfo.InvariantCulture), facts.Value(Reason), facts.Value(Document)),
        ],
    };

    public static readonly IReadOnlyList<Step> All = [Take, Explain];

    private static bool IsAwaited(Facts facts) =>
        facts.Collection is { State: not (CollectionState.Used or CollectionState.Aborted or CollectionState.Rejected) };
}
