using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Lymphodepletion, readiness, and the bag from the ward door to the end of its thaw.</summary>
internal static class WardSteps
{
    private static readonly MomentField LastDose = new("last_dose_at", new("Последняя доза введена", "Last dose given at"));
    internal static readonly NumberField Temperature = new("temperature", new("Температура", "Temperature"), "°C", 33, 43, 1);
    internal static readonly NumberField Spo2 = new("spo2", new("SpO₂ на воздухе", "SpO₂ on room air"), "%", 50, 100, 0);
    private static readonly NumberField Ice = new("ice", new("ICE, исходно", "ICE, baseline"), "", 0, 10, 0);
    private static readonly MomentField CulturesAt = new("cultures_checked_at", new("ЛИС и лист назначений просмотрены", "LIS and drug chart checked at"));
    private static readonly CheckField NoAntibiotics = new("no_antibiotics", new("Лечебных в/в антибиотиков нет", "No therapeutic IV antibiotics"));
    private static readonly CheckField Haemodynamics = new("haemodynamics", new("Гемодинамика стабильна, без вазопрессоров", "Stable haemodynamics, no pressors"));
    private static readonly CheckField NoNeuro = new("no_neuro", new("Новых неврологических симптомов нет", "No new neurological findings"));
    private static readonly CheckField Tocilizumab = new("tocilizumab", new("Тоцилизумаб под рукой, ОРИТ предупреждена", "Tocilizumab at hand, ICU informed"));
    private static readonly CheckField Premedication = new("premedication", new("Премедикация проведена, без стероидов", "Premedication given, no steroids"));
    private static readonly CheckField IvAccess = new("iv_access", new("Венозный доступ проходим, без лейкофильтра", "IV access patent, no leukofilter")) { ByBoth = true };
    private static readonly CheckField SealGood = new("seal_good", new("Пломба цела", "Seal intact"));
    private static readonly NumberField MaxC = new("max_c", new("Максимальная температура логгера", "Highest logger temperature"), "°C", -200, 60, 1);
    private static readonly CheckField OrderAgrees = new("order_agrees", new("Назначение врача: доза, объём, пакет – совпадают", "Physician's order: dose, volume, bag – agree")) { ByBoth = true };
    private static readonly CheckField PhysicianPresent = new("physician_present", new("Врач присутствует", "Physician present")) { ByBoth = true };
    private static readonly CheckField ScannerWorks = new("scanner_works", new("Сканер этого поста проверен в эту смену", "This station's scanner was tested this shift")) { ByBoth = true };
    private static readonly CheckField ScannerAccepted = new("scanner_accepted", new(
        "Проверка этого сканера не пройдена: мы сверили прочитанные коды с текстом на браслете и пакете",
        "This scanner failed its test: we compared what it read with the text on wristband and bag"))
    {
        ByBoth = true,
    };

    private static readonly ChoiceField RevokeReason = new("reason", new("Причина", "Reason"),
    [
        new("culture-positive", new("Положительный посев крови", "Positive blood culture")),
        new("condition", new("Состояние участника ухудшилось", "Participant's condition worsened")),
        new("pregnancy", new("Беременность", "Pregnancy")),
        new("error", new("Допуск подписан по ошибке", "Signed in error")),
    ]);

    private static readonly SignatureDemand[] TwoNurses = [new(Meaning.Performed, Role.WardNurse), new(Meaning.Verified, Role.WardNurse)];

    private static readonly Gate AfterTheStart = new(
        "before-start", "Последняя доза раньше начала лимфодеплеции. Проверьте дату и время.",
        "The last dose lies before the start of lymphodepletion. Check date and time.",
        facts => facts.Chain.LymphodepletionStartedAt is { } start && facts.Value(LastDose) >= ToTheMinute(start));

    private static readonly Gate ColdOnArrival = new(
        "arrived-warm", "Температура логгера выше предела.", "The logger's temperature lies above its limit.",
        facts => facts.Value(MaxC) <= facts.Settings.StorageBelowC);

    private static readonly Gate ProductFirst = new(
        "product-not-confirmed", "Пакеты ещё не подтверждены УЛ: лимфодеплецию не начинают без готового продукта.",
        "The bags are not confirmed: no lymphodepletion before the product is there.", facts => facts.Batch?.BagsConfirmed == true);

    private static readonly Role[] ClearanceWithdrawers = [Role.WardNurse, Role.Investigator, Role.QualityAssurance];

    private static readonly ChoiceField WithdrawnFor = new("reason", new("Причина", "Reason"),
    [
        new("condition", new("Состояние участника", "Condition of the participant")),
        new("physician", new("Решение врача", "Physician's decision")),
        new("equipment", new("Оборудование или доступ", "Equipment or access")),
        new("identity", new("Сомнение в личности или пакете", "Doubt about the person or the bag")),
        new("error", new("Допуск дан по ошибке", "Cleared by mistake")),
    ]);

    public static readonly Step StartLymphodepletion = Chain("lymphodepletion.start", new("Начать лимфодеплецию", "Start lymphodepletion"), StepKind.Advance) with
    {
        Roles = [Role.Investigator],
        When = facts => facts.Chain is { HasDoses: true, LymphodepletionStartedAt: null },
        Scans = [Words.Band],
        Gates =
        [
            WardGates.ScannerTested,
            WardGates.Released,
            ProductFirst,
            new("started", "Лимфодеплеция уже начата.", "Lymphodepletion was started already.", facts => facts.Chain.LymphodepletionStartedAt is null),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = _ => [new LymphodepletionStarted()],
    };

    public static readonly Step CompleteLymphodepletion = Chain("lymphodepletion.complete", new("Завершить лимфодеплецию", "Complete lymphodepletion"), StepKind.Preserve) with
    {
        Roles = [Role.Investigator],
        When = facts => facts.Chain is { LymphodepletionStartedAt: not null, LymphodepletionLastDoseAt: null },
        Record = [LastDose],
        Gates =
        [
            new("not-started", "Лимфодеплеция ещё не начата.", "Lymphodepletion was not started.", facts => facts.Chain.LymphodepletionStartedAt is not null),
            new("completed", "Лимфодеплеция уже завершена.", "Lymphodepletion is complete already.",
                facts => facts.Chain.LymphodepletionLastDoseAt is null),
        ],
        Checks = [NotInFuture(LastDose), AfterTheStart],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new LymphodepletionCompleted(facts.Value(LastDose))],
        Corrections =
        [
            new()
            {
                Values = [new(LastDose, nameof(LymphodepletionCompleted.LastDoseAt))],
                Signatures = [new(Meaning.Performed, Role.Investigator), new(Meaning.Verified, Role.Investigator, Role.WardNurse)],
                Until = CorrectionLimits.BeforeThaw,
                Late = [],
                Checks = [NotInFuture(LastDose), AfterTheStart],
                Bears = Reliance.Readiness,
            },
        ],
    };

    /// <summary>The window was missed, the product is another one, or the date was wrong: everything about it begins anew.</summary>
    public static readonly Step RepeatLymphodepletion = StartLymphodepletion with
    {
        Id = "lymphodepletion.repeat",
        Name = new("Начать лимфодеплецию заново", "Start lymphodepletion again"),
        Listed = false,
        When = MayRepeat,
        Gates =
        [
            WardGates.ScannerTested,
            WardGates.Released,
            ProductFirst,
            new("nothing-to-repeat", "Лимфодеплецию не начинали, или доза уже разморожена или введена.",
                "Lymphodepletion was not started, or a dose is thawed or infused already.", MayRepeat),
        ],
    };

    public static readonly Step SignReadiness = Chain("readiness.sign", new("Допустить участника к дозе", "Sign readiness for a dose"), StepKind.Advance) with
    {
        Scope = Scope.Day,
        Roles = [Role.Investigator],
        When = facts => facts.Chain.HasDoses && facts.Chain.LymphodepletionLastDoseAt is not null
            && facts.Chain.BagsOf(facts.Day!.Value).Any(bag => !bag.IsTerminal && bag.State is not (BagState.Infusing or BagState.Paused))
            && (facts.Day == 1 || facts.Chain.IsDoseDone(1)),
        Scans = [Words.Band],
        Record =
        [
            Temperature, Spo2, Ice, Words.Cultures, CulturesAt, NoAntibiotics, Haemodynamics, NoNeuro, Tocilizumab, Premedication, IvAccess,
        ],
        Gates = [WardGates.ScannerTested, WardGates.HasDose, WardGates.Lymphodepleted, WardGates.Day1Done, WardGates.Interval],
        Checks =
        [
            new("fever", "Температура 38,0 °C или выше. Введение откладывают.", "Temperature 38.0 °C or above. The dose is deferred.",
                facts => facts.Value(Temperature) < 38.0m),
            new("spo2", "SpO₂ на воздухе 91 % или ниже. Введение откладывают.", "SpO₂ on room air 91 % or below. The dose is deferred.",
                facts => facts.Value(Spo2) > 91),
            new("culture-positive", "Положительный посев за 72 ч. Введение невозможно.", "Positive culture within 72 h. No infusion.",
                facts => facts.Value(Words.Cultures) != "positive"),
            NotInFuture(CulturesAt),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts =>
        [
            new ReadinessSigned(
                facts.Day!.Value, facts.Value(Temperature), facts.Value(Spo2), (int)facts.Value(Ice), facts.Value(Words.Cultures),
                facts.Value(CulturesAt), facts.Now.AddHours(facts.Settings.ReadinessHours)),
        ],
    };

    public static readonly Step RevokeReadiness = Chain("readiness.revoke", new("Отозвать допуск к дозе", "Revoke readiness"), StepKind.Preserve) with
    {
        Scope = Scope.Day,
        Roles = [Role.Investigator, Role.QualityAssurance],
        Listed = false,
        When = facts => facts.Day is { } day && facts.Chain.Readiness.GetValueOrDefault(day) is { Revoked: false },
        Record = [RevokeReason],
        Gates =
        [
            new("nothing-to-revoke", "Действующего допуска к этой дозе нет.", "There is no readiness for this dose.",
                facts => facts.Day is { } day && facts.Chain.Readiness.GetValueOrDefault(day) is { Revoked: false }),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator, Role.QualityAssurance)],
        Events = facts => [new ReadinessRevoked(facts.Day!.Value, facts.Value(RevokeReason))],
    };

    public static readonly Step Receive = Bag("bag.receive", new("Принять пакет в отделении", "Receive the bag on the ward"), StepKind.Preserve) with
    {
        Fires = new() { Bag = BagTrigger.Receive },
        Scans =
        [
            new("seal", Wanted.Seal, Words.Seal) { Expect = facts => facts.Bag?.Seal?.ToString() },
            new("box", Wanted.TransportBox, Words.Box) { Expect = facts => facts.Bag?.Box?.ToString() },
            Words.DoseBagScan,
        ],
        TargetScans = TagSteps.Compared,
        Record = [SealGood with { Must = false }, MaxC],
        Signatures = [new(Meaning.Handed, Role.Courier), new(Meaning.Received, Role.WardNurse)],
        Events = facts => facts.Value(SealGood) && ColdOnArrival.Holds(facts) && InTime(facts)
            ? [new BagReceivedOnWard(Id(facts), true, facts.Value(MaxC))]
            : [new BagReceivedOnWard(Id(facts), facts.Value(SealGood), facts.Value(MaxC)), new BagLocked(Id(facts), "seal-temperature-or-time")],
        Corrections =
        [
            new()
            {
                Values = [new(MaxC, nameof(BagReceivedOnWard.MaxC))],
                Signatures = TwoNurses,
                Until = CorrectionLimits.BeforeClearance,
                LateUntil = CorrectionLimits.BeforeInfusion,
                Doubts = [ColdOnArrival],
                Bears = Reliance.Bedside,
            },
        ],
    };

    public static readonly Step Clear = Bag("bag.clear", new("Допустить к размораживанию (у постели)", "Pre-thaw clearance (at the bed)"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.Clear },
        Scans = [Words.Band, Words.DoseBagScan],
        Record = [Words.StatedName, Words.StatedBirthDate, OrderAgrees, IvAccess, PhysicianPresent],
        TargetRecord = facts => [.. SupplySteps.Acknowledged(facts), .. ScannerConfirmed(facts)],
        Gates = [WardGates.ScannerTested, IdentitySteps.BandIsCurrent, IdentitySteps.Decided, .. WardGates.ForThaw],
        Check = SecondCheck.Independent,
        Signatures = TwoNurses,
        Events = facts => [new BagCleared(Id(facts), facts.IsScannerProven ? facts.Scanner!.TestedAt : null)],
    };

    public static readonly Step WithdrawClearance = Bag("clearance.withdraw", new("Отменить допуск к размораживанию", "Withdraw the clearance"), StepKind.Preserve) with
    {
        Listed = false,
        Fires = new() { Bag = BagTrigger.LapseClearance },
        Roles = ClearanceWithdrawers,
        Record = [WithdrawnFor],
        Signatures = [new(Meaning.Performed, ClearanceWithdrawers)],
        Events = facts => [new ClearanceLapsed(Id(facts), facts.Value(WithdrawnFor))],
    };

    public static readonly Step StartThaw = Bag("thaw.start", new("Начать размораживание", "Start the thaw"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.StartThaw },
        NotYet = new Dictionary<Enum, Text>
        {
            [BagState.OnWard] = new(
                "Действующего допуска к размораживанию нет: его ещё не дали, отменили, или он утратил силу (заменён браслет, исправлена запись, пакет был заблокирован). Сначала выполните у постели шаг «Допустить к размораживанию».",
                "There is no clearance in force: it was not given yet, was withdrawn, or lapsed (a new wristband, a corrected record, a bag that was locked). First take the step “Pre-thaw clearance” at the bed."),
        },
        Scans = [Words.DoseBagScan, new("device", Wanted.Equipment, new("устройство для размораживания", "the thawing device"))],
        Gates = [IdentitySteps.BandIsCurrent, IdentitySteps.Decided, .. WardGates.ForThaw],
        Signatures = TwoNurses,
        Events = facts => [new ThawStarted(Id(facts), facts.House("device"))],
    };

    public static readonly Step EndThaw = Bag("thaw.end", new("Закончить размораживание", "End the thaw"), StepKind.Preserve) with
    {
        Fires = new() { Bag = BagTrigger.EndThaw },
        Scans = [Words.DoseBagScan],
        Record = [new CheckField("intact", new("Пакет цел, сгустков и течи нет", "Bag intact, no clumps, no leak"))],
        Signatures = TwoNurses,
        LabelsAround = LabelsAround.OfTheThawedBag,
        Events = facts => [new ThawEnded(Id(facts), ThawLimit(facts))],
    };

    public static readonly IReadOnlyList<Step> All =
    [
        StartLymphodepletion, CompleteLymphodepletion, RepeatLymphodepletion, SignReadiness, RevokeReadiness, Receive, Clear, WithdrawClearance, StartThaw, EndThaw,
    ];

    /// <summary>A person gives minutes; what the server noted has seconds.</summary>
    private static DateTimeOffset ToTheMinute(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    private static bool MayRepeat(Facts facts) =>
        facts.Chain is { HasDoses: true, LymphodepletionStartedAt: not null }
        && !facts.Chain.Bags.Any(bag => bag.Batch == facts.Batch?.Number && !bag.IsReplaced && (bag.InfusionStartedAt is not null || bag.ThawStartedAt is not null));

    private static Step Chain(string id, Text name, StepKind kind) => new()
    {
        Id = id,
        Name = name,
        Kind = kind,
        Station = Station.Ward,
        Scope = Scope.Chain,
        Roles = [Role.WardNurse],
        Events = _ => [],
    };

    private static Step Bag(string id, Text name, StepKind kind) => Chain(id, name, kind) with { Scope = Scope.Bag };

    /// <summary>What was measured needs no word of anybody. Where the test is no condition, two people answer for a scanner without one.</summary>
    private static IReadOnlyList<Field> ScannerConfirmed(Facts facts) =>
        facts.Settings.ScannerTestRequired || facts.IsScannerProven ? []
        : facts.Scanner?.IsCurrent(facts.Now, facts.Settings.ScannerTestHours) == true ? [ScannerAccepted]
        : [ScannerWorks];

    private static bool InTime(Facts facts) =>
        facts.Bag is { DepartedAt: { } departed, MaxTransportMinutes: { } most } && facts.Since(departed) <= TimeSpan.FromMinutes(most);

    private static DoseBagId Id(Facts facts) => facts.Bag!.Id;

    /// <summary>The post-thaw clock, in any case counted from the start of the thaw plus the longest thaw.</summary>
    private static DateTimeOffset ThawLimit(Facts facts)
    {
        var latestEnd = facts.Bag!.ThawStartedAt!.Value.AddMinutes(facts.Settings.MaxThawMinutes);
        var end = facts.Now < latestEnd ? facts.Now : latestEnd;
        return end.AddMinutes(facts.Settings.PostThawMinutes);
    }

    private static Gate NotInFuture(MomentField field) => new(
        $"future-{field.Name}", $"«{field.Label.Ru}»: время ещё не наступило. Проверьте часы.",
        $"{field.Label.En}: this time has not come yet. Check the clock.", facts => facts.Value(field) <= facts.Now);
}
