using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// Each bag is filled, labelled and scanned back before the children are detached. Release authorises it, unless the batch was opened to be
/// filled before its release: then it is part of the manufacture.
/// </summary>
internal static class SplitSteps
{
    internal static readonly SignatureDemand[] TwoOperators = [new(Meaning.Performed, Role.LabOperator), new(Meaning.Verified, Role.LabOperator)];

    internal static readonly ScanDemand Container = new("container", Wanted.ProcessContainer, Words.Container);

    private static readonly NumberField Nucleated =
        new("nucleated", new("Ядросодержащих клеток", "Nucleated cells"), "×10⁶/мл", 0.01m, 1000, 2);

    private static readonly NumberField Viability = new("viability", new("Жизнеспособность", "Viability"), "%", 0.1m, 100, 1);
    private static readonly NumberField Cd3 = new("cd3", new("CD3+ от живых CD45+", "CD3+ of viable CD45+"), "%", 0.1m, 100, 1);
    private static readonly NumberField Car = new("car", new("CAR+ от живых CD3+", "CAR+ of viable CD3+"), "%", 0.1m, 100, 1);
    private static readonly NumberField Bulk = new("bulk_volume", new("Объём продукта", "Bulk volume"), "мл", 1, 1000, 1);
    private static readonly NumberField Weight = new("weight", new("Масса тела участника", "Participant's weight"), "кг", 30, 250, 1);
    private static readonly NumberField Filled = new("filled_volume", new("Заполнено в пакет", "Filled into the bag"), "мл", 0.1m, 500, 1);

    private static readonly CheckField CalculationChecked = new("calculation_checked", new(
        "Расчёт проверен вторым человеком", "The calculation was checked by the second person"));

    /// <summary>What the dose calculation rests on.</summary>
    internal static readonly IReadOnlyList<Field> Measured = [Nucleated, Viability, Cd3, Car, Bulk, Weight, CalculationChecked];

    internal static readonly Gate WeightAsOrdered = new(
        "weight-changed", "Масса тела отличается от назначения больше чем на 10 %. Уточните у исследователя.",
        "The weight differs from the order by more than 10 %. Ask the investigator.",
        facts => IsAsOrdered(facts.Value(Weight), facts.Chain));

    internal static readonly Gate Released = new(
        "bulk-not-released", "Серия не выпущена. Разделение разрешает только выпуск.",
        "The batch is not released. Only release authorises the split.", facts => IsAtFill(facts) || facts.Batch?.MayBeGiven == true);

    internal static readonly Gate FillOpen = new(
        "fill-closed", "Серию заполняют до выпуска, а она ещё не готова, уже рассмотрена или выбыла. Пакеты сейчас не заполняют.",
        "This batch is filled before its release, but is not formulated yet, reviewed already, or out. No bag is filled now.",
        facts => !IsAtFill(facts) || facts.Batch?.MayBeSplit == true);

    /// <summary>Asked of every step up to the parted bags.</summary>
    internal static readonly IReadOnlyList<Gate> Allowed = [Released, FillOpen, LaboratorySteps.StopsManufacture];

    internal static readonly Gate InHoldTime = new(
        "bulk-too-old", "Срок хранения продукта до разделения истёк. Вызовите ОК.", "The bulk is past its hold time. Call QA.",
        facts => facts.Batch?.FormulatedAt is { } at && facts.Since(at) <= TimeSpan.FromHours(facts.Manufacture.BulkHoldHours));

    /// <summary>The bag itself is left out: a corrected volume takes the place of its own.</summary>
    private static readonly Gate NotMoreThanThereWas = new(
        "filled-too-much", "Заполнено больше, чем было продукта. Проверьте числа.", "More was filled than there was. Check the numbers.",
        facts => facts.Batch?.Plan is { } plan
            && facts.Value(Filled) + facts.Chain.Bags.Where(bag => bag.Batch == facts.Batch.Number && bag.Id != facts.Bag?.Id).Sum(bag => bag.VolumeMl)
                <= plan.Counts.VolumeMl);

    public static readonly Step Plan = new()
    {
        Id = "split.plan",
        Name = new("Рассчитать дозы", "Plan the split"),
        Kind = StepKind.Advance,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [Role.LabOperator],
        TargetKind = KindOf,
        When = facts => facts.Batch is { MayBeSplit: true, Plan: null },
        Scans = [Container],
        Record = Measured,
        Gates =
        [
            .. Allowed,
            new("planned", "Дозы уже рассчитаны. Ошиблись в числе – «Рассчитать дозы заново», пока ни один пакет не заполнен.",
                "The split is planned already. With a number wrong: “Plan the split again”, before a bag is filled.", facts => facts.Batch?.Plan is null),
            InHoldTime,
        ],
        Checks =
        [
            new("too-little", "Продукта не хватает на обе дозы. Сообщите об этом шагом «Сообщить, что продукта не хватает»: как его делить, решают исследователь и УЛ.",
                "There is not enough product for both doses. Report it by the step “Report too little product”: investigator and QP decide how it is divided.",
                facts => Computed(facts).Fits),
            WeightAsOrdered,
        ],
        Signatures = TwoOperators,
        Labels = facts => [new(LabelKind.DoseBagDay1, Carrier.PrimaryBag, BagId(facts, 1).ToString())],
        Events = facts =>
        [
            new SplitPlanned(facts.Batch!.Number, Computed(facts), ExpiryOf(facts)),
        ],
    };

    /// <summary>A wrong count must not cost the product: until a bag is filled the plan and its label are replaced.</summary>
    public static readonly Step Replan = Plan with
    {
        Id = "split.replan",
        Name = new("Рассчитать дозы заново", "Plan the split again"),
        Listed = false,
        When = MayReplan,
        Gates =
        [
            .. Allowed,
            new("not-replannable", "Расчёта ещё нет, или пакет уже заполнен.", "There is no plan yet, or a bag is filled already.", MayReplan),
            InHoldTime,
        ],
    };

    public static readonly Step FillDay1 = Fill(1) with
    {
        Labels = facts => facts.Batch is { IsSingleDose: true } ? [] : [new(LabelKind.DoseBagDay2, Carrier.PrimaryBag, BagId(facts, 2).ToString())],
    };

    public static readonly Step FillDay2 = Fill(2);

    public static readonly Step Detach = new()
    {
        Id = "split.detach",
        Name = new("Сверить этикетки и отсоединить пакеты", "Check the labels and detach the bags"),
        Kind = StepKind.Advance,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [Role.LabOperator],
        TargetKind = KindOf,
        Fires = new() { Product = ProductTrigger.Split },
        When = facts => AllFilled(facts) && facts.Batch is { MayBeSplit: true, IsSplit: false },
        Scans = [Container, Day(1)],
        TargetScans = facts => facts.Batch is { IsSingleDose: true } ? [] : [Day(2)],
        Gates =
        [
            .. Allowed,
            new("not-filled", "Заполнены не все пакеты расчёта.", "Not every bag of the plan is filled.", AllFilled),
            new("detached", "Пакеты уже отсоединены.", "The bags are detached already.", facts => facts.Batch is { IsSplit: false }),
        ],
        Check = SecondCheck.Independent,
        Signatures = TwoOperators,
        LabelsAround = LabelsAround.OfTheCassettes,
        Events = facts => [new BatchSplit(facts.Batch!.Number)],
    };

    public static readonly IReadOnlyList<Step> All = [Plan, Replan, FillDay1, FillDay2, Detach];

    private static ScanDemand Day(int day) => new($"bag-day{day}", Wanted.DoseBag, new($"пакет дозы Дня {day}", $"the Day {day} dose bag"))
    {
        Expect = facts => BagId(facts, day).ToString(),
    };

    private static Gate Deviates(int day) => new(
        "fill-deviates", "Объём отличается от расчётного больше допуска. Проверьте или вызовите ОК.",
        "The volume differs from the plan by more than the tolerance. Check, or call QA.",
        facts => facts.Batch?.Plan is { } plan
            && Math.Abs(facts.Value(Filled) - plan.VolumeOf(day)) <= plan.VolumeOf(day) * facts.Manufacture.FillTolerance);

    private static Step Fill(int day) => new()
    {
        Id = $"split.fill-day{day}",
        Name = new($"Заполнить пакет Дня {day}", $"Fill the Day {day} bag"),
        Kind = StepKind.Advance,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [Role.LabOperator],
        TargetKind = KindOf,
        When = facts => facts.Batch?.MayBeSplit == true && IsNext(facts, day),
        Scans = [Container, Day(day) with { Fresh = true, Prompt = new($"новая этикетка Дня {day}, уже на пакете", $"the new Day {day} label, already on the bag") }],
        TargetScans = TagSteps.NewOnBag,
        AttachesTags = true,
        Record = [Filled],
        Gates =
        [
            .. Allowed,
            new($"day{day}-not-next", $"Пакет Дня {day} сейчас не на очереди: пакеты заполняют по одному.",
                $"The Day {day} bag is not next: bags are filled one at a time.", facts => IsNext(facts, day)),
        ],
        Checks =
        [
            Deviates(day),
            NotMoreThanThereWas,
        ],
        Signatures = TwoOperators,
        Events = facts =>
        [
            new BagFilled(BagId(facts, day), facts.Batch!.Number, facts.Value(Filled), CellsIn(facts, facts.Value(Filled))),
            .. TagSteps.Attached(facts, BagId(facts, day), Carrier.PrimaryBag),
        ],
        Corrections =
        [
            new()
            {
                Values = [new(Filled, nameof(BagFilled.VolumeMl))],
                Derived = (facts, volume) => new Dictionary<string, decimal> { [nameof(BagFilled.CarPosE6)] = CellsIn(facts, volume) },
                Signatures = TwoOperators,
                Until = CorrectionLimits.BeforeConfirmation,
                LateUntil = CorrectionLimits.BeforeInfusion,
                Checks = [NotMoreThanThereWas],
                Doubts = [Deviates(day)],
                Bears = Reliance.Release | Reliance.Bedside,
            },
        ],
    };

    internal static bool IsAtFill(Facts facts) => facts.Batch?.SplitTiming == SplitTiming.AtFill;

    /// <summary>Filled before the release it keeps the cells, as every other unit operation: a hold does not let them die in the bulk.</summary>
    internal static StepKind? KindOf(Facts facts) => IsAtFill(facts) && facts.Batch?.MayBeGiven == false ? StepKind.Preserve : null;

    private static decimal CellsIn(Facts facts, decimal volumeMl) => Math.Round(volumeMl * facts.Batch!.Plan!.Counts.CarPosE6PerMl, 2);

    private static bool IsNext(Facts facts, int day) =>
        facts.Batch is { Plan: not null, IsSplit: false } batch
        && day <= batch.PlannedBags
        && facts.Chain.Bags.Count(bag => bag.Batch == batch.Number) == day - 1;

    private static bool MayReplan(Facts facts) => IsNext(facts, 1);

    private static bool AllFilled(Facts facts) =>
        facts.Batch is { Plan: not null } batch && facts.Chain.Bags.Count(bag => bag.Batch == batch.Number) == batch.PlannedBags;

    internal static DoseBagId BagId(Facts facts, int day)
    {
        var collectionType = facts.Chain.Biohazard ? "X" : "1";
        return DoseBagId.Of(
            facts.Batch!.Donation, ProductCode.Parse($"{facts.Manufacture.DoseProductCode}{collectionType}{(day == 1 ? "A0" : "B0")}"));
    }

    internal static SplitPlan Computed(Facts facts) => SplitPlan.Compute(
        new BulkCounts(facts.Value(Nucleated), facts.Value(Viability), facts.Value(Cd3), facts.Value(Car), facts.Value(Bulk)),
        facts.Value(Weight),
        facts.Manufacture);

    internal static bool IsAsOrdered(decimal weightKg, ChainState chain) => Math.Abs(weightKg - chain.WeightKg) <= chain.WeightKg * 0.10m;

    /// <summary>The end of the last day.</summary>
    internal static DateTimeOffset ExpiryOf(Facts facts) =>
        MoscowTime.At(MoscowTime.DayOf(facts.Now).AddDays(facts.Manufacture.ShelfLifeDays).ToDateTime(new TimeOnly(23, 59)));
}
