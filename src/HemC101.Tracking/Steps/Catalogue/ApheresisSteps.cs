using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>From the order to the full bag.</summary>
internal static class ApheresisSteps
{
    private static readonly DayField PlannedOn = new("planned_on", new("Дата афереза", "Day of apheresis"));
    private static readonly NumberField Cd3 = new("cd3", new("CD3+ в крови", "CD3+ in blood"), "×10⁹/л", 0, 20, 2);
    private static readonly MomentField Cd3TakenAt = new("cd3_taken_at", new("Кровь на CD3+ взята", "CD3+ blood drawn at"));
    private static readonly DayField MarkersOn = new("markers_on", new("Дата инфекционных маркеров", "Day of infectious markers"));
    private static readonly NumberField Weight = new("weight", new("Масса тела", "Body weight"), "кг", 30, 250, 1);

    private static readonly ChoiceField Access = new("access", new("Сосудистый доступ", "Venous access"),
    [
        new("peripheral", new("Периферический", "Peripheral")),
        new("cvc", new("Центральный катетер", "Central line")),
        new("inadequate", new("Недостаточный", "Not adequate")),
    ]);

    private static readonly NumberField ProcessedVolume =
        new("processed_volume", new("Обработано крови", "Blood processed"), "мл", 1000, 30000, 0);

    private static readonly NumberField Volume = new("volume", new("Объём пакета", "Volume in the bag"), "мл", 10, 500, 0);
    private static readonly NumberField Tnc = new("tnc", new("Ядросодержащих клеток", "Nucleated cells"), "×10⁹", 0, 100, 2);
    private static readonly NumberField Cd3Collected = new("cd3_collected", new("CD3+ в пакете", "CD3+ in the bag"), "×10⁹", 0, 20, 2);
    private static readonly NumberField Hct = new("hct", new("Гематокрит", "Haematocrit"), "%", 0, 20, 1);
    private static readonly NumberField Viability = new("viability", new("Жизнеспособность", "Viability"), "%", 0, 100, 1);

    private static readonly CheckField TagAgrees = new("tag_agrees", new(
        "Время окончания и объём на бирке – этого сбора; магистраль запаивают и отсоединяют только теперь",
        "End time and volume on the tag are those of this collection; the line is sealed and parted only now"));

    private static readonly ChoiceField AbortReason = new("reason", new("Причина", "Reason"),
    [
        new("reaction", new("Реакция пациента", "Patient reaction")),
        new("access", new("Потеря доступа", "Access lost")),
        new("device", new("Отказ аппарата", "Device failure")),
        new("label", new("Ошибка этикетки", "Label fault")),
    ]);

    private static readonly (string Code, Text Name)[] Markers =
    [
        ("hiv", new("ВИЧ", "HIV")), ("hbv", new("Гепатит B", "Hepatitis B")),
        ("hcv", new("Гепатит C", "Hepatitis C")), ("syphilis", new("Сифилис", "Syphilis")),
    ];

    private static readonly ChoiceField[] MarkerFields =
    [
        .. Markers.Select(marker => new ChoiceField($"marker_{marker.Code}", marker.Name,
        [
            new("negative", new("Отрицательно", "Negative")),
            new("reactive-permitted", new("Реактивно, допущено исследователем", "Reactive, permitted by the investigator")),
            new("active", new("Активная инфекция", "Active infection")),
        ])),
    ];

    private static readonly SignatureDemand[] NurseAndSecond =
    [
        new(Meaning.Performed, Role.ApheresisNurse, Role.ApheresisPhysician),
        new(Meaning.Verified, Role.ApheresisPhysician, Role.ApheresisNurse),
    ];

    private static readonly SignatureDemand[] InvestigatorAndSecond =
        [new(Meaning.Performed, Role.Investigator), new(Meaning.Verified, Role.ApheresisPhysician, Role.Investigator)];

    private static readonly Gate NotPast = new(
        "planned-past", "Дата афереза уже прошла. Назначьте сегодняшний или более поздний день.",
        "The day of apheresis has passed. Choose today or later.",
        facts => facts.Value(PlannedOn) >= MoscowTime.DayOf(facts.Now));

    private static readonly Gate Cd3Enough = new(
        "cd3-low", "CD3+ должно быть строго больше 0,1×10⁹/л. Аферез невозможен; повторите анализ.",
        "CD3+ must be strictly above 0.1×10⁹/L. No apheresis; repeat the count.",
        facts => facts.Value(Cd3) > facts.Settings.Cd3AboveE9PerL);

    private static readonly Gate Cd3Recent = new(
        "cd3-old", "Анализ CD3+ устарел или взят в будущем. Возьмите кровь снова.",
        "The CD3+ count is too old, or drawn in the future. Draw it again.",
        facts => facts.Value(Cd3TakenAt) <= facts.Now
            && facts.Since(facts.Value(Cd3TakenAt)) <= TimeSpan.FromDays(facts.Settings.Cd3MaxAgeDays));

    private static readonly Gate MarkersRecent = new(
        "markers-old", "Инфекционные маркеры устарели или датированы будущим. Повторите их до афереза.",
        "The infectious markers are too old, or dated in the future. Repeat them before apheresis.",
        facts => MoscowTime.DayOf(facts.Now).DayNumber - facts.Value(MarkersOn).DayNumber is var age && age >= 0
            && age <= facts.Settings.InfectiousMarkersMaxAgeDays);

    private static readonly Gate Cd3AmongNucleated = new(
        "cd3-more-than-tnc", "CD3+ не может быть больше числа ядросодержащих клеток. Проверьте числа.",
        "CD3+ cannot exceed nucleated cells. Check the numbers.", facts => facts.Value(Cd3Collected) <= facts.Value(Tnc));

    public static readonly Step Order = new()
    {
        Id = "apheresis.order",
        Name = new("Назначить аферез", "Order apheresis"),
        Kind = StepKind.Advance,
        Station = Station.Apheresis,
        Scope = Scope.Chain,
        Roles = [Role.Investigator],
        Fires = new() { Product = ProductTrigger.Order },
        Record = [PlannedOn, Cd3, Cd3TakenAt, MarkersOn, .. MarkerFields, Access, Weight],
        Checks =
        [
            NotPast,
            Cd3Enough,
            Cd3Recent,
            MarkersRecent,
            new("infection-active", "Активная инфекция – критерий исключения E-2. Аферез невозможен.",
                "An active infection excludes (E-2). No apheresis.",
                facts => MarkerFields.All(marker => facts.Value(marker) != "active")),
            new("access-inadequate", "Сосудистый доступ недостаточный. Обеспечьте доступ и назначьте снова.",
                "Venous access is not adequate. Establish access and order again.",
                facts => facts.Value(Access) != "inadequate"),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Received, Role.ApheresisPhysician)],
        Events = facts =>
        [
            new ApheresisOrdered(
                facts.Value(PlannedOn), facts.Value(Cd3), facts.Value(Cd3TakenAt), facts.Value(MarkersOn),
                [.. Markers.Zip(MarkerFields).Where(pair => facts.Value(pair.Second) != "negative").Select(pair => pair.First.Code)],
                facts.Value(Access), facts.Value(Weight)),
        ],
        Corrections =
        [
            new()
            {
                Values =
                [
                    new(PlannedOn, nameof(ApheresisOrdered.PlannedOn)), new(Cd3, nameof(ApheresisOrdered.Cd3E9PerL)),
                    new(Cd3TakenAt, nameof(ApheresisOrdered.Cd3TakenAt)), new(MarkersOn, nameof(ApheresisOrdered.MarkersOn)),
                ],
                Signatures = InvestigatorAndSecond,
                Until = CorrectionLimits.BeforeTheChair,
                Checks = [NotPast],
                Doubts = [Cd3Enough, Cd3Recent, MarkersRecent],
                Bears = Reliance.Release,
            },
            new()
            {
                Values = [new(Weight, nameof(ApheresisOrdered.WeightKg))],
                Signatures = InvestigatorAndSecond,
                Until = CorrectionLimits.BeforePlan,
                Bears = Reliance.Plan,
            },
        ],
    };

    public static readonly Step Identify = new()
    {
        Id = "collection.identify",
        Name = new("Опознать участника у кресла", "Identify at the chair"),
        Kind = StepKind.Advance,
        Station = Station.Apheresis,
        Scope = Scope.Chain,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician],
        Fires = new() { Product = ProductTrigger.Identify },
        Scans = [Words.Band],
        Record = [Words.StatedName, Words.StatedBirthDate],
        Gates =
        [
            new("band-unbound", "Браслет ещё не надет. Сначала выполните «Надеть браслет» вдвоём.",
                "No wristband is bound yet. First bind it, two people together.", facts => facts.Chain.IsBandBound),
            IdentitySteps.BandIsCurrent,
        ],
        Check = SecondCheck.Independent,
        Signatures =
        [
            new(Meaning.Performed, Role.ApheresisNurse),
            new(Meaning.Verified, Role.ApheresisPhysician, Role.ApheresisNurse),
        ],
        IssuesDonation = true,
        Labels = facts => [new(LabelKind.CollectionBag, Carrier.PrimaryBag, Donation(facts).ToString())],
        Events = facts => [new CollectionIdentified(Donation(facts))],
    };

    public static readonly Step Start = new()
    {
        Id = "collection.start",
        Name = new("Начать сбор", "Start collection"),
        Kind = StepKind.Advance,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician],
        Fires = new() { Collection = CollectionTrigger.Start },
        Scans =
        [
            Words.Band,
            Words.CollectionBagScan with
            {
                Fresh = true,
                Prompt = new("новая этикетка, уже наклеенная на пакет", "the new label, already on the bag"),
            },
            new("device", Wanted.Equipment, new("аппарат для афереза", "the apheresis device")) { Exclusive = true },
            Words.Lot(MaterialKind.ApheresisKit),
            Words.Lot(MaterialKind.Anticoagulant),
        ],
        Signatures =
        [
            new(Meaning.Performed, Role.ApheresisNurse),
            new(Meaning.Verified, Role.ApheresisPhysician, Role.ApheresisNurse),
        ],
        Events = facts =>
        [
            new CollectionStarted(
                facts.Collection!.Donation, facts.House("device"),
                [facts.House($"lot-{MaterialKind.ApheresisKit}"), facts.House($"lot-{MaterialKind.Anticoagulant}")]),
        ],
    };

    public static readonly Step Complete = new()
    {
        Id = "collection.complete",
        Name = new("Завершить сбор", "Complete collection"),
        Kind = StepKind.Preserve,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician],
        Fires = new() { Collection = CollectionTrigger.Complete, Product = ProductTrigger.Collect },
        Scans = [Words.Band, Words.CollectionBagScan with { FreshWhen = facts => facts.Collection is { Missing: 1 } }],
        TargetScans = facts => [.. Words.OtherCollectionBag(facts).Select(demand => demand with { Fresh = true })],
        Record = [ProcessedVolume, Volume, Tnc, Cd3Collected, Hct, Viability],
        Checks =
        [
            Cd3AmongNucleated,
        ],
        Signatures =
        [
            new(Meaning.Performed, Role.ApheresisNurse),
            new(Meaning.Verified, Role.ApheresisPhysician, Role.ApheresisNurse),
        ],
        Labels = facts => [.. facts.Collection!.Present.Where(bag => !HasTag(facts, bag)).Select(bag => new LabelOrder(LabelKind.CollectionBag, Carrier.Tag, bag))],
        Events = facts =>
        [
            new CollectionCompleted(
                facts.Collection!.Donation, facts.Value(ProcessedVolume), facts.Value(Volume), facts.Value(Tnc),
                facts.Value(Cd3Collected), facts.Value(Hct), facts.Value(Viability)),
        ],
        Corrections =
        [
            new()
            {
                Values =
                [
                    new(ProcessedVolume, nameof(CollectionCompleted.ProcessedVolumeMl)), new(Volume, nameof(CollectionCompleted.VolumeMl)),
                    new(Tnc, nameof(CollectionCompleted.TncE9)), new(Cd3Collected, nameof(CollectionCompleted.Cd3E9)),
                    new(Hct, nameof(CollectionCompleted.HctPercent)), new(Viability, nameof(CollectionCompleted.ViabilityPercent)),
                ],
                Signatures = NurseAndSecond,
                Until = CorrectionLimits.BeforeFormulation,
                Checks = [Cd3AmongNucleated],
                Bears = Reliance.Release,
            },
        ],
    };

    /// <summary>No bag leaves the set without its second label. It may stand on paper: what hands have parted is entered, and the tag still waits.</summary>
    public static readonly Step Disconnect = new()
    {
        Id = "collection.disconnect",
        Name = new("Отсоединить пакет", "Disconnect the bag"),
        Kind = StepKind.Preserve,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician],
        When = facts => facts.Collection is { State: CollectionState.Collected, DisconnectedAt: null },
        Scans = [Words.Band, Words.CollectionBagScan],
        TargetScans = facts => [.. Words.OtherCollectionBag(facts), .. Words.Tags(facts)],
        Record = [TagAgrees],
        Gates =
        [
            new("collection-not-ended", "Пакет отсоединяют после шага «Завершить сбор» и до передачи курьеру.",
                "A bag is disconnected after the step “Complete collection” and before it is handed over.", facts => facts.Collection is { State: CollectionState.Collected }),
            new("disconnected", "Пакет уже отсоединён. Передайте его курьеру.", "The bag is disconnected already. Hand it over to the courier.",
                facts => facts.Collection is { DisconnectedAt: null }),
        ],
        Signatures = NurseAndSecond,
        Events = facts => [new CollectionDisconnected(facts.Collection!.Donation)],
    };

    public static readonly Step Abort = new()
    {
        Id = "collection.abort",
        Name = new("Прервать сбор", "Abort collection"),
        Kind = StepKind.Safety,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician],
        Fires = new() { Collection = CollectionTrigger.Abort, Product = ProductTrigger.FailCollection },
        Record = [AbortReason],
        Events = facts => [new CollectionAborted(facts.Collection!.Donation, facts.Value(AbortReason))],
    };

    public static readonly IReadOnlyList<Step> All = [Order, Identify, Start, Complete, Disconnect, Abort];

    /// <summary>Of a pre-printed set: it is filled in by hand.</summary>
    private static bool HasTag(Facts facts, string bag) => facts.Chain.Prints.Values.Any(print =>
        print is { Carrier: Carrier.Tag, State: Chain.PrintState.Printed or Chain.PrintState.Applied } && print.Of == bag);

    private static Identity.DonationNumber Donation(Facts facts) =>
        facts.Fresh.Donation ?? throw new InvalidOperationException("The step draws a donation number.");
}
