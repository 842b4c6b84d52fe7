using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// The decision between the doses: the rule proposes, the investigator decides. Milder than the rule only together with a second physician,
/// who says why (clinical.md §2.17).
/// </summary>
internal static class ToleranceSteps
{
    private static readonly NumberField Crs = new("crs", new("СВЦ, максимальная степень", "CRS, highest grade"), "", 0, 4, 0);
    private static readonly NumberField Icans = new("icans", new("ICANS, максимальная степень", "ICANS, highest grade"), "", 0, 4, 0);
    private static readonly NumberField Reaction = new("reaction", new("Реакция на введение, степень", "Infusion reaction, grade"), "", 0, 4, 0);
    private static readonly CheckField Pressure = new("pressure_support", new("Нужны жидкость или вазопрессоры", "Fluids or pressors needed"), Must: false);
    private static readonly CheckField Rescue = new("rescue", new("Тоцилизумаб или стероиды от токсичности", "Tocilizumab or steroids for toxicity"), Must: false);
    private static readonly CheckField NewExclusion = new("new_exclusion", new("Новое исключающее событие", "New excluding event"), Must: false);

    private static readonly ChoiceField Decided = new("decision", new("Решение исследователя", "Investigator's decision"),
    [
        new("go", new("ВВОДИТЬ дозу Дня 2", "GO: give the Day 2 dose")),
        new("defer", new("ОТЛОЖИТЬ и оценить снова", "DEFER: assess again")),
        new("no-go", new("НЕ ВВОДИТЬ", "NO-GO: withhold")),
    ]);

    private static readonly TextField Grounds = new("grounds", new(
        "Почему решение мягче правила (второй врач)", "Why the decision is milder than the rule (second physician)"));

    private static readonly Gate Day1Done = new(
        "nothing-to-assess", "Доза Дня 1 ещё не завершена.", "The Day 1 dose is not done.", facts => facts.Chain.IsDoseDone(1));

    private static readonly Gate NotMilder = new(
        "more-permissive",
        "Решение мягче, чем предлагает правило. Выберите предложенное или более строгое; мягче – только со вторым врачом: «Решить мягче правила».",
        "The decision is more permissive than the rule proposes. Choose the proposed one or a stricter one; a milder one takes a second physician: “Decide more mildly than the rule”.",
        facts => !ToleranceRule.IsMorePermissive(Decision(facts), Proposed(facts)));

    private static readonly Gate Milder = new(
        "not-milder", "Решение не мягче правила: второй врач не нужен. Подпишите его шагом «Оценить переносимость Дня 1».",
        "The decision is no milder than the rule: no second physician is needed. Sign it by the step “Assess tolerance of Day 1”.",
        facts => ToleranceRule.IsMorePermissive(Decision(facts), Proposed(facts)));

    /// <summary>A criterion of the protocol (E-3a), not of the rule: no two physicians outweigh it.</summary>
    private static readonly Gate NoGrowth = new(
        "culture-never", "Посев крови положительный: мягче правила решать нельзя. Выберите «НЕ ВВОДИТЬ».",
        "A blood culture is positive: no milder decision is possible. Choose NO-GO.", facts => facts.Value(Words.Cultures) != "positive");

    public static readonly Step Decide = new()
    {
        Id = "tolerance.decide",
        Name = new("Оценить переносимость Дня 1", "Assess tolerance of Day 1"),
        Kind = StepKind.Preserve,
        Station = Station.Ward,
        Scope = Scope.Chain,
        Roles = [Role.Investigator],
        When = facts => facts.Chain.FollowUp is null && facts.Chain.IsDoseDone(1) && facts.Chain.BagsOf(2).Any(bag => !bag.IsTerminal),
        Scans = [Words.Band],
        Record = [Crs, Icans, Reaction, WardSteps.Temperature, WardSteps.Spo2, Pressure, Rescue, Words.Cultures, NewExclusion, Decided],
        Gates = [Day1Done, WardGates.HasDose],
        Checks = [NotMilder],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [Event(facts, null)],
    };

    public static readonly Step DecideMilder = Decide with
    {
        Id = "tolerance.decide-milder",
        Name = new("Решить мягче правила (со вторым врачом)", "Decide more mildly than the rule (with a second physician)"),
        Kind = StepKind.Advance,
        Listed = false,
        Record = [.. Decide.Record, Grounds],
        Checks = [Milder, NoGrowth],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Approved, Role.Investigator)],
        Events = facts => [Event(facts, facts.Value(Grounds).Id)],
    };

    public static readonly IReadOnlyList<Step> All = [Decide, DecideMilder];

    private static ToleranceDecided Event(Facts facts, Identity.TextId? grounds) => new(
        Inputs(facts), Proposed(facts), Decision(facts), ToleranceRule.Version,
        Decision(facts) == Tolerance.Go ? facts.Now.AddHours(facts.Settings.ToleranceDecisionHours) : null, grounds);

    private static Tolerance Decision(Facts facts) => facts.Value(Decided) switch
    {
        "go" => Tolerance.Go,
        "defer" => Tolerance.Defer,
        _ => Tolerance.NoGo,
    };

    private static Tolerance Proposed(Facts facts) => ToleranceRule.Propose(
        Inputs(facts), facts.Chain.DeliveredFraction(1), facts.Now - facts.Chain.InfusionStart(1)!.Value, facts.Settings);

    private static ToleranceInputs Inputs(Facts facts) => new(
        (int)facts.Value(Crs), (int)facts.Value(Icans), (int)facts.Value(Reaction), facts.Value(WardSteps.Temperature), facts.Value(WardSteps.Spo2),
        facts.Value(Pressure), facts.Value(Rescue), facts.Value(Words.Cultures), facts.Value(NewExclusion));
}
