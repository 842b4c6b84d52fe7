using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Freezing, storage, issue, return, and the end of bags that are not infused.</summary>
internal static class CellStoreSteps
{
    private static readonly SignatureDemand[] TwoKeepers =
    [
        new(Meaning.Performed, Role.Cryostore, Role.LabOperator),
        new(Meaning.Verified, Role.Cryostore, Role.LabOperator),
    ];

    /// <summary>That a failure was none is not for the crew alone to say.</summary>
    private static readonly SignatureDemand[] KeeperAndQuality =
        [new(Meaning.Performed, Role.Cryostore, Role.LabOperator), new(Meaning.Approved, Role.QualityAssurance)];

    private const string Lost = "lost";

    private static readonly ReferenceField Run = new("run", new("Номер программы замораживания", "Freezing run no."));
    private static readonly CheckField Curve = new("curve", new("Кривая замораживания в пределах", "Freeze curve within limits"), Must: false);
    private static readonly NumberField TankC = new("tank_c", new("Температура хранилища", "Tank temperature"), "°C", -200, 0, 1);
    private static readonly ReferenceField Logger = new("logger", new("Номер логгера", "Logger no."));
    private static readonly NumberField MaxMinutes = new("max_minutes", new("Не дольше", "At most"), "мин", 5, 720, 0);
    private static readonly CheckField SealGood = new("seal_good", new("Пломба цела", "Seal intact"));
    private static readonly CheckField LoggerGood = new("logger_good", new("Логгер: температура в пределах", "Logger: temperature within limits"));

    private static readonly ChoiceField Method = new("method", new("Способ уничтожения", "Method"),
    [
        new("autoclave", new("Автоклав, отходы ГМО", "Autoclave, GMO waste")),
        new("incineration", new("Сжигание", "Incineration")),
        new(Lost, new("Не уничтожен: утрачен и не найден", "Not destroyed: lost and not found")),
    ]);

    private static readonly ChoiceField Finding = new("finding", new("Что обнаружено", "Finding"),
    [
        new("leak", new("Течь", "Leak")),
        new("crack", new("Трещина", "Crack")),
        new("clumps", new("Сгустки", "Clumps")),
        new("appearance", new("Необычный вид", "Abnormal look")),
    ]);

    private static readonly ScanDemand Position = new("position", Wanted.Location, Words.Position) { Empty = true };

    private static readonly Gate Frozen = new(
        "not-frozen", "Пакет ещё не заморожен. Сначала внесите программу замораживания.",
        "The bag is not frozen yet. Record its freezing run first.", facts => facts.Bag is { Frozen: true });

    private static readonly Gate Cold = new(
        "tank-warm", "Температура хранилища выше предела. Не помещайте пакет; вызовите ответственного и ОК.",
        "The tank is too warm. Do not put the bag in; call the keeper and QA.",
        facts => facts.Value(TankC) <= facts.Settings.StorageBelowC);

    private static readonly SignatureDemand[] KeeperAndCourier =
        [new(Meaning.Performed, Role.Cryostore, Role.Courier), new(Meaning.Verified, Role.Courier, Role.Cryostore)];

    /// <summary>Before the QP confirms the bags, that step itself asks for a good curve.</summary>
    private static readonly Gate CurveGood = new(
        "curve-bad", "Кривая замораживания вне пределов.", "The freeze curve lies outside its limits.",
        facts => facts.Value(Curve) || facts.Batch is { BagsConfirmed: false });

    private static readonly Gate NeverThawed = new(
        "thawed", "Размороженный пакет на хранение не возвращают.", "A thawed bag never goes back to storage.",
        facts => facts.Bag is { ThawStartedAt: null });

    public static readonly Step Freeze = Bag("bag.freeze", new("Заморозить пакет", "Freeze the bag"), StepKind.Preserve) with
    {
        When = facts => facts.Bag is { State: BagState.Labelled, Frozen: false } && facts.Batch?.IsSplit == true,
        Scans = [Words.DoseBagScan, new("freezer", Wanted.Equipment, new("программный замораживатель", "the controlled-rate freezer"))],
        Record = [Run, Curve],
        Gates =
        [
            new("not-detached", "Сначала отсоедините пакеты после сверки этикеток.", "First detach the bags after the label check.",
                facts => facts.Batch?.IsSplit == true),
            LabelsAround.CassetteLabelled,
            TagSteps.CassetteTagged,
            new("frozen", "Пакет уже заморожен.", "The bag is frozen already.", facts => facts.Bag is { Frozen: false }),
            new("not-labelled", "Пакет уже выбыл: его не замораживают.", "The bag was taken out already: it is not frozen.",
                facts => facts.Bag is { State: BagState.Labelled }),
        ],
        Signatures = TwoKeepers,
        Events = facts => [new BagFrozen(Id(facts), facts.House("freezer"), facts.Value(Run), facts.Value(Curve))],
        Corrections =
        [
            new()
            {
                Values = [new(Run, nameof(BagFrozen.Run))],
                Signatures = TwoKeepers,
                Until = CorrectionLimits.BeforeConfirmation,
                Bears = Reliance.Release,
            },
            new()
            {
                Values = [new(Curve, nameof(BagFrozen.CurveAccepted))],
                Signatures = TwoKeepers,
                Passes = facts => facts.Value(Curve),
                AfterFailure = KeeperAndQuality,
                Until = CorrectionLimits.BeforeConfirmation,
                Doubts = [CurveGood],
                Bears = Reliance.Release,
            },
        ],
    };

    public static readonly Step Store = Bag("bag.store", new("Поместить на хранение", "Put into storage"), StepKind.Preserve) with
    {
        Fires = new() { Bag = BagTrigger.Store },
        Scans = [Words.DoseBagScan, Position],
        TargetScans = TagSteps.Compared,
        Record = [TankC],
        Gates = [Frozen],
        Checks = [Cold],
        Signatures = TwoKeepers,
        Events = facts => [new BagStored(Id(facts), facts.House("position"), facts.Value(TankC))],
        Corrections =
        [
            new()
            {
                Values = [new(TankC, nameof(BagStored.TankC))],
                Signatures = TwoKeepers,
                Until = CorrectionLimits.BagInStore,
                Doubts = [Cold],
                Bears = Reliance.Release,
            },
        ],
    };

    public static readonly Step Reserve = Bag("bag.reserve", new("Зарезервировать для введения", "Reserve for infusion"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.Reserve },
        Scans = [Position with { Empty = false, Expect = facts => facts.Bag?.Position?.ToString() }],
        Gates =
        [
            new("not-confirmed", "Пакеты ещё не подтверждены УЛ.", "The bags are not confirmed by the QP yet.",
                facts => facts.Batch?.BagsConfirmed == true),
            RedesignationSteps.LabelSaysTheDay,
            .. WardGates.ForRetrieval,
        ],
        Signatures = [new(Meaning.Performed, Role.Cryostore)],
        Events = facts => [new BagReserved(Id(facts), facts.House("position"))],
    };

    public static readonly Step Defer = Bag("bag.defer", new("Отложить: вернуть в хранение", "Defer: back to storage"), StepKind.Preserve) with
    {
        Listed = false,
        Fires = new() { Bag = BagTrigger.Defer },
        Scans = [Position with { Empty = false, Expect = facts => facts.Bag?.Position?.ToString() }],
        Signatures = [new(Meaning.Performed, Role.Cryostore)],
        Events = facts => [new BagDeferred(Id(facts), facts.House("position"))],
    };

    public static readonly Step Issue = Bag("bag.issue", new("Выдать из криохранилища", "Issue from the cell store"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.Issue },
        Scans = [Words.DoseBagScan, Words.FreeBox, Words.NewSeal],
        Gates = WardGates.ForRetrieval,
        Check = SecondCheck.Independent,
        Signatures = TwoKeepers,
        Events = facts => [new BagIssued(Id(facts), facts.House("box"), facts.House("seal"))],
    };

    public static readonly Step Depart = Bag("bag.depart", new("Передать курьеру", "Hand over to the courier"), StepKind.Advance) with
    {
        Station = Station.Transport,
        Roles = [Role.Cryostore, Role.Courier],
        Fires = new() { Bag = BagTrigger.Depart },
        Scans =
        [
            new("box", Wanted.TransportBox, Words.Box) { Expect = facts => facts.Bag?.Box?.ToString() },
            new("seal", Wanted.Seal, Words.Seal) { Expect = facts => facts.Bag?.Seal?.ToString() },
        ],
        Record = [Logger, MaxMinutes],
        Gates = [WardGates.Released, WardGates.NoFailedTest],
        Signatures = [new(Meaning.Handed, Role.Cryostore), new(Meaning.Received, Role.Courier)],
        LabelsAround = LabelsAround.OfTheBox,
        Events = facts => [new BagDeparted(Id(facts), facts.Value(Logger), (int)facts.Value(MaxMinutes))],
        Corrections =
        [
            new()
            {
                Values = [new(Logger, nameof(BagDeparted.Logger))],
                Signatures = KeeperAndCourier,
                Until = CorrectionLimits.BagOnItsWay,
            },
            new()
            {
                Values = [new(MaxMinutes, nameof(BagDeparted.MaxMinutes))],
                Signatures = KeeperAndCourier,
                Until = CorrectionLimits.BagJudgedByIt,
                Late = [],
            },
        ],
    };

    public static readonly Step Return = Bag("bag.return", new("Вернуть из отделения", "Return from the ward"), StepKind.Preserve) with
    {
        Roles = [Role.WardNurse, Role.Courier, Role.Cryostore],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Return },
        Scans = [Words.DoseBagScan],
        Record = [Words.BagReason, SealGood with { Must = false }, LoggerGood with { Must = false }],
        Gates = [NeverThawed],
        Signatures = [new(Meaning.Handed, Role.WardNurse, Role.Courier), new(Meaning.Received, Role.Cryostore, Role.Courier)],
        Events = facts =>
            facts.Value(SealGood) && facts.Value(LoggerGood)
                ? [Returned(facts)]
                : [Returned(facts), new BagLocked(Id(facts), "seal-or-logger")],
    };

    public static readonly Step Restore = Bag("bag.restore", new("Вновь принять на хранение", "Restore to storage"), StepKind.Preserve) with
    {
        Fires = new() { Bag = BagTrigger.Restore },
        Scans = [Words.DoseBagScan, Position],
        Record = [SealGood, LoggerGood, TankC],
        Gates = [NeverThawed],
        Checks = [Cold],
        Signatures = [new(Meaning.Performed, Role.Cryostore), new(Meaning.Approved, Role.QualifiedPerson, Role.QualityAssurance)],
        Events = facts => [new BagRestored(Id(facts), facts.House("position"))],
    };

    public static readonly Step Withhold = Bag("bag.withhold", new("Не вводить эту дозу", "Withhold this dose"), StepKind.Exit) with
    {
        Station = Station.Ward,
        Roles = [Role.Investigator],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Withhold },
        Record = [Words.BagReason],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new BagWithheld(Id(facts), facts.Value(Words.BagReason))],
    };

    public static readonly Step Reinstate = Bag("bag.reinstate", new("Вернуть дозу к введению", "Reinstate the dose"), StepKind.Advance) with
    {
        Station = Station.Ward,
        Roles = [Role.Investigator],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Reinstate },
        Record = [Words.BagReason],
        Gates = [NeverThawed, .. WardGates.InsideWindow],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Approved, Role.QualifiedPerson)],
        Events = facts => [new BagReinstated(Id(facts), facts.Value(Words.BagReason))],
    };

    public static readonly Step Damage = Bag("bag.damage", new("Пакет повреждён", "Bag damaged"), StepKind.Exit) with
    {
        Roles = [Role.Cryostore, Role.LabOperator, Role.WardNurse],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Damage },
        Record = [Finding],
        Signatures = [new(Meaning.Performed, Role.Cryostore, Role.LabOperator, Role.WardNurse)],
        Events = facts => [new BagDamaged(Id(facts), facts.Value(Finding))],
    };

    public static readonly Step Expire = Bag("bag.expire", new("Списать по сроку", "Expire"), StepKind.Exit) with
    {
        Roles = [Role.Cryostore, Role.QualityAssurance],
        When = facts => facts.Bag is { } bag && bag.ExpiresAt <= facts.Now,
        Fires = new() { Bag = BagTrigger.Expire },
        Gates = [new("in-date", "Срок годности ещё не истёк.", "The bag is still in date.", facts => facts.Bag?.ExpiresAt <= facts.Now)],
        Signatures = [new(Meaning.Performed, Role.Cryostore, Role.QualityAssurance)],
        Events = facts => [new BagExpired(Id(facts))],
    };

    public static readonly Step Recall = Bag("bag.recall", new("Отозвать пакет", "Recall the bag"), StepKind.Exit) with
    {
        Station = Station.Quality,
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Recall },
        Record = [Words.BagReason],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson)],
        LabelsAround = facts => facts.Bag is { Lost: false } bag ? [new(LabelKind.Rejected, Carrier.Sticker, bag.Id.ToString())] : [],
        Events = facts => [new BagRecalled(Id(facts), facts.Value(Words.BagReason))],
    };

    public static readonly Step Discard = Bag("bag.discard", new("Уничтожить пакет", "Discard the bag"), StepKind.Exit) with
    {
        Roles = [Role.Cryostore, Role.LabOperator, Role.WardNurse],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Discard },
        Record = [Words.BagReason, Method],
        Checks =
        [
            new("lost-method", "«Не уничтожен» отвечают об утраченном пакете, и о нём – только так.", "“Not destroyed” is said of a lost bag, and nothing else is.",
                facts => facts.Bag is { } bag && bag.Lost == (facts.Value(Method) == Lost)),
        ],
        Signatures =
        [
            new(Meaning.Performed, Role.Cryostore, Role.LabOperator, Role.WardNurse),
            new(Meaning.Witnessed, Role.QualityAssurance, Role.Cryostore, Role.LabOperator, Role.WardNurse),
        ],
        Events = facts => Completion.With(facts, new BagDiscarded(Id(facts), facts.Value(Words.BagReason), facts.Value(Method))),
    };

    public static readonly Step Retain = Bag("bag.retain", new("Оставить для исследования", "Retain for research"), StepKind.Exit) with
    {
        Roles = [Role.Cryostore, Role.QualityAssurance],
        Listed = false,
        Fires = new() { Bag = BagTrigger.Retain },
        Record = [new CheckField("research_consent", new("Согласие на исследования есть", "Research consent is given"))],
        Gates = [new("retain-lost", "Пакет утрачен: оставлять нечего. Сначала он должен найтись.", "The bag is lost: there is nothing to retain. It has to be found first.", facts => facts.Bag is { Lost: false })],
        Signatures = [new(Meaning.Performed, Role.Cryostore), new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts => Completion.With(facts, new BagRetained(Id(facts))),
    };

    public static readonly IReadOnlyList<Step> All =
    [
        Freeze, Store, Reserve, Defer, Issue, Depart, Return, Restore, Withhold, Reinstate, Damage, Expire, Recall, Discard, Retain,
    ];

    private static Step Bag(string id, Text name, StepKind kind) => new()
    {
        Id = id,
        Name = name,
        Kind = kind,
        Station = Station.CellStore,
        Scope = Scope.Bag,
        Roles = [Role.Cryostore, Role.LabOperator],
        Events = _ => [],
    };

    private static BagReturned Returned(Facts facts) =>
        new(Id(facts), facts.Value(Words.BagReason), facts.Value(SealGood), facts.Value(LoggerGood));

    private static DoseBagId Id(Facts facts) => facts.Bag!.Id;
}
