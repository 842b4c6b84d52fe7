using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>X-05: too little product for both doses. The laboratory reports it; investigator and QP choose how it is divided, and nothing chooses by itself.</summary>
internal static class UnderdoseSteps
{
    private static readonly ReferenceField Document = new("document", new("Номер решения", "Number of the decision"));

    private static readonly Gate NotPlanned = new(
        "planned-already", "Дозы уже рассчитаны. Сообщать не о чем.", "The doses are planned already. There is nothing to report.", facts => facts.Batch is { Plan: null });

    private static readonly Gate TooLittle = new(
        "enough", "Продукта хватает на обе дозы. Рассчитайте их обычным шагом.", "There is enough product for both doses. Plan them by the ordinary step.",
        facts => SplitSteps.Computed(facts).IsShort);

    private static readonly Gate Undecided = new(
        "no-underdose", "О нехватке продукта не сообщали, его пересчитали и хватает, или пакет уже заполнен.", "Too little product was not reported, a later count found enough, or a bag is filled already.",
        facts => facts.Batch is { Underdose: not null } batch && !facts.Chain.Bags.Exists(bag => bag.Batch == batch.Number));

    /// <summary>Less than that is given out of specification, or not at all.</summary>
    private static readonly Gate NotBelowTheLeast = new(
        "dose-below-least",
        "Продукта меньше наименьшей дозы: в спецификации его не делят. Вызовите исследователя, ОК и УЛ: серию бракуют (возможен второй аферез), или врач просит её шагом «Запросить серию вне спецификации».",
        "There is less than the least dose: within the specification it is not divided. Call the investigator, QA and the QP: the batch is rejected (a second apheresis is possible), or a physician asks for it by the step “Ask for a batch out of specification”.",
        facts => facts.Batch?.Underdose is null || Offered(facts).Any());

    /// <summary>Before any release: what was counted is no dose.</summary>
    internal static readonly Gate IsADose = NotBelowTheLeast with
    {
        Code = "released-below-least",
        Reason = new(
            "Продукта меньше наименьшей дозы: такую серию не выпускают. Забракуйте её (возможен второй аферез), или пусть врач попросит её шагом «Запросить серию вне спецификации».",
            "There is less than the least dose: such a batch is not released. Reject it (a second apheresis is possible), or have the physician ask for it by the step “Ask for a batch out of specification”."),
        Holds = facts => facts.Batch?.DoseBelowLeast is null,
        Alone = true,
    };

    private static readonly Gate WeightStillAsOrdered = SplitSteps.WeightAsOrdered with
    {
        Holds = facts => facts.Batch?.Underdose is not { } underdose || SplitSteps.IsAsOrdered(underdose.WeightKg, facts.Chain),
    };

    public static readonly Step Report = Batch("split.report-underdose", new("Сообщить, что продукта не хватает", "Report too little product")) with
    {
        Kind = StepKind.Preserve,
        Roles = [Role.LabOperator],
        Listed = false,
        When = facts => facts.Batch is { MayBeSplit: true, Plan: null },
        Scans = [SplitSteps.Container],
        Record = SplitSteps.Measured,
        Gates = [SplitSteps.Released, SplitSteps.FillOpen, NotPlanned],
        Checks = [TooLittle, SplitSteps.WeightAsOrdered],
        Signatures = SplitSteps.TwoOperators,
        Events = facts => [Reported(facts.Batch!.Number, SplitSteps.Computed(facts), facts)],
    };

    public static readonly Step Choose = Batch("split.choose-underdose", new("Решить, как разделить малое количество", "Choose how too little is divided")) with
    {
        Kind = StepKind.Advance,
        TargetKind = SplitSteps.KindOf,
        Roles = [Role.Investigator, Role.QualifiedPerson],
        When = facts => facts.Batch is { MayBeSplit: true, Plan: null } && Undecided.Holds(facts),
        Record = [Document],
        TargetRecord = facts => facts.Batch?.Underdose is { } underdose && Offered(facts).Any() ? [Ways(facts, underdose)] : [],
        Gates = [.. SplitSteps.Allowed, Undecided, NotBelowTheLeast, WeightStillAsOrdered, SplitSteps.InHoldTime],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Approved, Role.QualifiedPerson)],
        Labels = facts => [new(LabelKind.DoseBagDay1, Carrier.PrimaryBag, SplitSteps.BagId(facts, 1).ToString())],
        Events = facts =>
        [
            new SplitPlanned(facts.Batch!.Number, Reduced(facts, Chosen(facts))!, SplitSteps.ExpiryOf(facts), Chosen(facts), facts.Value(Document)),
        ],
    };

    public static readonly IReadOnlyList<Step> All = [Report, Choose];

    /// <summary>Whatever way it is divided, it gives no more than as one dose.</summary>
    private static UnderdoseReported Reported(BatchNumber batch, SplitPlan computed, Facts facts)
    {
        var all = SplitPlan.Reduce(computed.Counts, computed.WeightKg, facts.Manufacture, UnderdoseOption.SingleDose);
        return new(batch, computed.Counts, computed.WeightKg)
        {
            BelowLeastE6PerKg = all is null || all.IsEnough(facts.Manufacture) ? null : PerKg(all.TotalE6, all.WeightKg),
        };
    }

    /// <summary>Cut, not rounded: 0.4996 below a least dose of 0.5 must not read as 0.5.</summary>
    private static decimal PerKg(decimal totalE6, decimal weightKg) => decimal.Round(totalE6 / weightKg, Underdose.Decimals, MidpointRounding.ToZero);

    /// <summary>Each way with the doses that it gives; one that would leave a dose empty is not offered.</summary>
    private static ChoiceField Ways(Facts facts, Underdose underdose) => new("division", new("Как разделить", "How it is divided"),
    [
        .. from offer in Offered(facts) select new Choice($"{offer.Option}", NameOf(offer.Option, offer.Plan, underdose)),
    ]);

    private static IEnumerable<(UnderdoseOption Option, SplitPlan Plan)> Offered(Facts facts) =>
        from option in Enum.GetValues<UnderdoseOption>()
        let plan = Reduced(facts, option)
        where plan is not null && (plan.IsEnough(facts.Manufacture) || WasAccepted(facts.Batch!))
        select (option, plan);

    /// <summary>What was accepted for a failed test is divided by whoever signs the dose; what was accepted as a dose is that dose and no other.</summary>
    private static bool WasAccepted(Batch batch) =>
        batch is { State: BatchState.SuppliedOutOfSpecification, Exception: { } exception } && (exception.DoseE6PerKg is null || exception.DoseE6PerKg == batch.DoseBelowLeast);

    private static Text NameOf(UnderdoseOption option, SplitPlan plan, Underdose underdose)
    {
        var (day1, day2, kilo) = (Words.Number(plan.Day1E6), Words.Number(plan.Day2E6), Words.Number(PerKg(plan.TotalE6, underdose.WeightKg), Underdose.Decimals));
        var doses = new Text(
            $"День 1 – {day1.Ru}×10⁶, День 2 – {day2.Ru}×10⁶, всего {kilo.Ru}×10⁶/кг", $"Day 1 – {day1.En}×10⁶, Day 2 – {day2.En}×10⁶, {kilo.En}×10⁶/kg in all");
        return option switch
        {
            UnderdoseOption.FullDay1 => new($"Полная доза Дня 1, остаток на День 2: {doses.Ru}", $"Full Day 1, the rest for Day 2: {doses.En}"),
            UnderdoseOption.SingleDose => new(
                $"Одна доза в одном пакете, Дня 2 не будет: {day1.Ru}×10⁶, {kilo.Ru}×10⁶/кг", $"One dose in one bag, there will be no Day 2: {day1.En}×10⁶, {kilo.En}×10⁶/kg"),
            UnderdoseOption.Proportional => new($"Обе дозы меньше в той же пропорции: {doses.Ru}", $"Both smaller in proportion: {doses.En}"),
        };
    }

    private static UnderdoseOption Chosen(Facts facts) => Enum.Parse<UnderdoseOption>(facts.Value(Ways(facts, facts.Batch!.Underdose!)));

    private static SplitPlan? Reduced(Facts facts, UnderdoseOption option) =>
        facts.Batch?.Underdose is { } underdose ? SplitPlan.Reduce(underdose.Counts, underdose.WeightKg, facts.Manufacture, option) : null;

    private static Step Batch(string id, Text name) => new()
    {
        Id = id,
        Name = name,
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [],
        Events = _ => [],
    };
}
