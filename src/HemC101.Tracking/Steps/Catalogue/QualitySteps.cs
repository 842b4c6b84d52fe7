using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Review, certification, holds and locked bags.</summary>
internal static class QualitySteps
{
    internal static readonly CheckField RecordReviewed = new("record_reviewed", new(
        "Досье серии и журнал действий просмотрены: исправления, ручной ввод, отказы сканирования",
        "Batch record and audit trail reviewed: corrections, typed scans, refusals"));

    private static readonly CheckField CustodyComplete = new("custody_complete", new(
        "Цепочка передачи полна или каждый пробел оценён в закрытом отклонении",
        "Custody is complete, or every gap was assessed in a closed deviation"));

    internal static readonly CheckField NoDeviation = new("no_deviation", new(
        "Открытых критических отклонений нет", "No critical deviation is open"));

    private static readonly CheckField Integrity = new("integrity", new("Пакеты целы", "Bags intact"));

    private static readonly NumberField Surplus = new("surplus", new("Остаток и пробы", "Surplus and samples"), "мл", 0, 1000, 1);

    private static readonly ChoiceField Reason = new("reason", new("Причина", "Reason"),
    [
        new("out-of-specification", new("Вне спецификации", "Out of specification")),
        new("sterility", new("Рост микроорганизмов", "Microbial growth")),
        new("identity", new("Сомнение в личности", "Doubt about identity")),
        new("deviation", new("Критическое отклонение", "Critical deviation")),
        new("safety", new("Сигнал безопасности", "Safety signal")),
        new("temperature", new("Нарушение температуры", "Temperature excursion")),
    ]);

    private static readonly ChoiceField Over = new("hold_over", new("Что остановить", "What to hold"),
    [
        new("chain", new("Всю цепочку участника", "The whole chain")),
        new("batch", new("Текущую серию", "The current batch")),
        new("day1", new("Пакет Дня 1", "The Day 1 bag")),
        new("day2", new("Пакет Дня 2", "The Day 2 bag")),
    ]);

    private static readonly CheckField StopManufacture = new("stop_manufacture", new(
        "Остановить и производство", "Stop manufacture, too"), Must: false);

    private static readonly ChoiceField Assessment = new("assessment", new("Оценка", "Assessment"),
    [
        new("cause-found", new("Причина найдена и устранена", "Cause found and removed")),
        new("no-risk", new("Риска для личности продукта нет", "No risk to the product's identity")),
    ]);

    internal static readonly Gate NoHands = new(
        "qp-hands",
        $"УЛ участвовало в производстве, испытаниях или маркировке этой серии. Решение принимает другое УЛ. {Words.OneName.Ru}",
        $"This QP made, tested or labelled something of the batch. Another QP must decide. {Words.OneName.En}",
        facts => facts.Batch is { } batch && facts.Signers.All(signer => !batch.Hands.Any(hand => facts.Chain.AreOne(hand, signer.Person))));

    private static readonly Gate Stage1 = new(
        "stage1-open", "Не все испытания этапа 1 пройдены. Внесите результаты или забракуйте серию.",
        "Not every stage 1 test has passed. Record the results or reject the batch.", facts => facts.Batch?.StagePasses(1) == true);

    private static readonly Gate Stage2 = new(
        "stage2-open", "Не все испытания этапа 2 пройдены. Дождитесь результатов.",
        "Not every stage 2 test has passed. Wait for the results.", facts => facts.Batch?.StagePasses(2) == true);

    private static readonly Gate NoFailedTest = WardGates.NoFailedTest with
    {
        Code = "batch-failed",
        Reason = new(
            "Испытание серии не пройдено. Выпуск невозможен: забракуйте серию и известите исследователя.",
            "A test of the batch has failed. It cannot be released: reject it and tell the investigator."),
        Alone = true,
    };

    internal static readonly Gate LabelsReconciled = new(
        "labels-open",
        "Этикетки напечатаны, но не считаны на своём месте и не уничтожены. Наклейте и считайте их или уничтожьте вдвоём; если этикетки нет, сообщите об отклонении «Счёт этикеток не сходится», и пусть ОК закроет его.",
        "Labels were printed, but neither scanned back in their place nor destroyed. Put them on and scan them, or destroy them, two people together; if a label is not there, report the deviation “The count of labels does not close”, and let QA close it.",
        facts => facts.Batch is { } batch && !facts.Chain.Unreconciled(batch).Any())
    {
        Named = facts => facts.Batch is { } batch ? CarrierNames.Of(facts.Chain.Unreconciled(batch)) : new("–", "–"),
    };

    private static readonly Gate CurvesAccepted = new(
        "curve", "Не у всех пакетов принята кривая замораживания. Заморозьте и внесите её.",
        "Not every bag has an accepted freeze curve. Freeze and record it.",
        facts => BagsOf(facts).Where(bag => !bag.IsTerminal).All(bag => bag.CurveAccepted));

    private static readonly Gate MassBalances = new(
        "mass-balance", "Объёмы не сходятся: пакеты и остаток больше объёма продукта.", "Mass balance fails: bags and surplus exceed the bulk.",
        facts => facts.Batch?.Plan is { } plan
            && BagsOf(facts).Sum(bag => bag.VolumeMl) + facts.Value(Surplus) <= plan.Counts.VolumeMl);

    private static readonly Correction SurplusCorrection = new()
    {
        Values = [new(Surplus, nameof(BagsConfirmed.SurplusMl))],
        Signatures = [new(Meaning.Performed, Role.QualifiedPerson), new(Meaning.Verified, Role.QualityAssurance)],
        Until = CorrectionLimits.CourseRunsForQuality,
        Late = [],
        Checks = [MassBalances],
    };

    private static readonly Gate FilledFirst = new(
        "not-filled-yet", "Эту серию заполняют до выпуска. Сначала заполните, отсоедините и заморозьте оба пакета, затем рассматривайте досье.",
        "This batch is filled before its release. Fill, detach and freeze both bags first, then review the record.",
        facts => !SplitSteps.IsAtFill(facts) || facts.Batch is { DoseBelowLeast: not null } || facts.Batch is { IsSplit: true } && BagsOf(facts).All(bag => bag.Frozen || bag.HasEndedUninfused))
    {
        Alone = true,
    };

    public static readonly Step Review = new()
    {
        Id = "batch.review",
        Name = new("Рассмотреть досье серии", "Review the batch record"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [Role.QualityAssurance],
        When = FilledFirst.Holds,
        Fires = new() { Batch = BatchTrigger.Review, Product = ProductTrigger.Review },
        Record = [RecordReviewed, CustodyComplete, NoDeviation],
        ReviewsScans = true,
        Gates = [FilledFirst, LabelsReconciled],
        Signatures = [new(Meaning.Reviewed, Role.QualityAssurance)],
        Events = facts => [new BatchReviewed(facts.Batch!.Number)],
    };

    /// <summary>Where the bags were filled before, the QP confirms each of them with the release.</summary>
    public static readonly Step ReleaseConditionally = new()
    {
        Id = "batch.release-conditionally",
        Name = new("Выпустить условно", "Release conditionally"),
        Kind = StepKind.Advance,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [Role.QualifiedPerson],
        Fires = new() { Batch = BatchTrigger.ReleaseConditionally, Product = ProductTrigger.Release },
        Record = [RecordReviewed, NoDeviation],
        TargetRecord = facts => SplitSteps.IsAtFill(facts) ? [CustodyComplete, .. BagsOf(facts).Where(bag => !bag.HasEndedUninfused).Select(IntegrityOf), Surplus] : [],
        ReviewsScans = true,
        Gates = [NoFailedTest, UnderdoseSteps.IsADose, Stage1, StrSteps.Commented, FilledBefore(CurvesAccepted), LabelsReconciled, WardGates.ActsConfirmed, DeviationSteps.NoneCritical],
        Checks = [NoHands, FilledBefore(MassBalances)],
        Signatures = [new(Meaning.Approved, Role.QualifiedPerson)],
        Events = facts => WithBags(facts, new BatchReleasedConditionally(facts.Batch!.Number)),
        Corrections = [SurplusCorrection with { Values = [], EntryValues = (_, entry) => entry is BagsConfirmed ? SurplusCorrection.Values : [] }],
    };

    public static readonly Step Release = ReleaseConditionally with
    {
        Id = "batch.release",
        Name = new("Выпустить окончательно", "Release finally"),
        Fires = new() { Batch = BatchTrigger.Release, Product = ProductTrigger.Release },
        Gates = [NoFailedTest, UnderdoseSteps.IsADose, Stage1, StrSteps.Commented, Stage2, FilledBefore(CurvesAccepted), LabelsReconciled, WardGates.ActsConfirmed, DeviationSteps.NoneCritical],
        Events = facts => WithBags(facts, new BatchReleased(facts.Batch!.Number)),
    };

    public static readonly Step Certify = ReleaseConditionally with
    {
        Id = "batch.certify",
        Name = new("Подтвердить выпуск (этап 2)", "Certify the release (stage 2)"),
        Kind = StepKind.Preserve,
        Fires = new() { Batch = BatchTrigger.Certify },
        TargetRecord = null,
        Gates = [NoFailedTest, UnderdoseSteps.IsADose, Stage1, StrSteps.Commented, Stage2],
        Checks = [NoHands],
        Corrections = [],
        Events = facts => [new BatchCertified(facts.Batch!.Number)],
    };

    public static readonly Step RejectBatch = new()
    {
        Id = "batch.reject",
        Name = new("Забраковать серию", "Reject the batch"),
        Kind = StepKind.Exit,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [Role.QualifiedPerson],
        Listed = false,
        Fires = new() { Batch = BatchTrigger.Reject, Product = ProductTrigger.Reject },
        Record = [Reason],
        Signatures = [new(Meaning.Approved, Role.QualifiedPerson)],
        LabelsAround = facts => LabelsAround.Stickers(facts, LabelKind.Rejected, facts.Batch?.Number.ToString()),
        Events = facts => [new BatchRejected(facts.Batch!.Number, facts.Value(Reason))],
    };

    public static readonly Step ConfirmBags = new()
    {
        Id = "bags.confirm",
        Name = new("Подтвердить пакеты доз", "Confirm the dose bags"),
        Kind = StepKind.Advance,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [Role.QualifiedPerson],
        When = facts => facts.Batch is { MayBeGiven: true, IsSplit: true, BagsConfirmed: false },
        Record = [CustodyComplete, Integrity, Surplus],
        ReviewsScans = true,
        Gates =
        [
            WardGates.Released,
            new("not-split", "Серия ещё не разделена.", "The batch is not split yet.", facts => facts.Batch?.IsSplit == true),
            new("confirmed", "Пакеты уже подтверждены.", "The bags are confirmed already.", facts => facts.Batch?.BagsConfirmed == false),
            CurvesAccepted,
            LabelsReconciled,
            DeviationSteps.NoneCritical,
        ],
        Checks =
        [
            NoHands,
            MassBalances,
        ],
        Signatures = [new(Meaning.Approved, Role.QualifiedPerson)],
        Events = facts => [new BagsConfirmed(facts.Batch!.Number, facts.Value(Surplus))],
        Corrections = [SurplusCorrection],
    };

    public static readonly Step PlaceHold = new()
    {
        Id = "hold.place",
        Name = new("Наложить запрет", "Place a hold"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Chain,
        Roles = [Role.QualityAssurance, Role.QualifiedPerson, Role.Investigator],
        Listed = false,
        Record = [Over, Reason, StopManufacture],
        Checks =
        [
            new("nothing-to-hold", "Такой серии или такого пакета ещё нет. Остановите всю цепочку.",
                "There is no such batch or bag yet. Hold the whole chain.", facts => facts.Value(Over) == "chain" || HeldThing(facts) is not null),
        ],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson, Role.Investigator)],
        LabelsAround = facts => facts.Record.Has(Over) ? LabelsAround.Stickers(facts, LabelKind.Quarantine, HeldThing(facts)) : [],
        Events = facts =>
        [
            new HoldPlaced(facts.Chain.HoldsEverPlaced + 1, HeldThing(facts), facts.Value(Reason), facts.Value(StopManufacture)),
        ],
    };

    public static readonly Step ReleaseHold = new()
    {
        Id = "hold.release",
        Name = new("Снять запрет", "Release a hold"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Hold,
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        Record = [Assessment],
        Checks =
        [
            new("own-hold",
                $"Запрет снимает не тот, кто его наложил. {Words.OneName.Ru}",
                $"A hold is released by somebody other than who placed it. {Words.OneName.En}",
                facts => Placed(facts) is { } hold && facts.Signers.All(signer => !hold.PlacedBy.Any(placer => facts.Chain.AreOne(placer, signer.Person)))),
        ],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson)],
        Events = facts => [new HoldReleased(Placed(facts)!.Number, facts.Value(Assessment))],
    };

    public static readonly Step UnlockBag = new()
    {
        Id = "bag.unlock",
        Name = new("Разблокировать пакет", "Unlock a bag"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Bag,
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        When = facts => facts.Bag is { Locked: true, ThawStartedAt: null },
        Scans = [Words.DoseBagScan],
        Record = [Assessment],
        Gates =
        [
            new("not-locked", "Пакет не заблокирован или уже разморожен (тогда – повторное опознание в отделении).",
                "The bag is not locked, or is thawed already (then: re-identification on the ward).",
                facts => facts.Bag is { Locked: true, ThawStartedAt: null }),
        ],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson)],
        Events = facts => [.. Lapses.Of(facts.Bag!, "unlocked"), new BagUnlocked(facts.Bag!.Id, facts.Value(Assessment))],
    };

    public static readonly IReadOnlyList<Step> All =
        [Review, ReleaseConditionally, Release, Certify, RejectBatch, ConfirmBags, PlaceHold, ReleaseHold, UnlockBag];

    private static IEnumerable<DoseBag> BagsOf(Facts facts) => facts.Chain.Bags.Where(bag => bag.Batch == facts.Batch?.Number);

    private static CheckField IntegrityOf(DoseBag bag) => new($"integrity_day{bag.Id.Day}", new($"Пакет Дня {bag.Id.Day} цел", $"Day {bag.Id.Day} bag intact"));

    /// <summary>Asked where the bags were filled before the release.</summary>
    private static Gate FilledBefore(Gate gate) => gate with { Holds = facts => !SplitSteps.IsAtFill(facts) || gate.Holds(facts) };

    private static IEnumerable<ChainEvent> WithBags(Facts facts, ChainEvent released) =>
        SplitSteps.IsAtFill(facts) ? [released, new BagsConfirmed(facts.Batch!.Number, facts.Value(Surplus))] : [released];

    private static Hold? Placed(Facts facts) =>
        facts.Chain.Holds.Find(hold => hold.Number.ToString(CultureInfo.InvariantCulture) == facts.Target);

    private static string? HeldThing(Facts facts) => Words.Over(facts.Chain, facts.Value(Over));
}
