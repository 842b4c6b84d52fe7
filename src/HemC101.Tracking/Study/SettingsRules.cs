using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>Settings are checked as a set: values that are good one by one may leave no way to a dose together.</summary>
public static class SettingsRules
{
    private static readonly (string Code, Text Reason, Func<StudySettings, bool> Holds)[] Rules =
    [
        ("ages", new(
            "Наименьший возраст больше наибольшего: включить нельзя никого. Исправьте один из двух.",
            "The lowest age is above the highest: nobody could be enrolled. Correct one of the two."),
            s => s.MinimumAge <= s.MaximumAge),
        ("cd3", new(
            "CD3+ собрать: наименьшее число больше цели. Исправьте одно из двух.",
            "CD3+ to collect: the minimum is above the target. Correct one of the two."),
            s => s.Cd3MinimumCollectedE9 <= s.Cd3TargetE9),
        ("transport", new(
            "Перевозка: нижняя температура не ниже верхней. Исправьте одну из двух.",
            "Transport: the lower temperature is not below the upper. Correct one of the two."),
            s => s.TransportMinC < s.TransportMaxC),
        ("dose", new(
            "Предел всей дозы меньше дозы на один килограмм: расчёт не имел бы смысла. Исправьте одно из двух.",
            "The limit of the whole dose is below the dose of one kilogram: no plan would make sense. Correct one of the two."),
            s => s.MaxTotalDoseE6 >= s.TargetDoseE6PerKg),
        ("least-dose", new(
            "Наименьшая доза больше дозы на килограмм: ни одна серия её не дала бы. Исправьте одно из двух.",
            "The least dose is above the dose per kilogram: no batch would give it. Correct one of the two."),
            s => s.LeastDoseE6PerKg <= s.TargetDoseE6PerKg),
        ("lymphodepletion", new(
            "Окно после лимфодеплеции закрывается раньше, чем открывается. Исправьте одну из границ.",
            "The window after lymphodepletion closes before it opens. Correct one of its ends."),
            s => s.LymphodepletionMinDays < s.LymphodepletionMaxDays),
        ("interval", new(
            "Окно между дозами короче размораживания, сверки и начала: День 2 нельзя было бы ввести. Раздвиньте окно.",
            "The interval between the doses is shorter than thaw, verification and start: Day 2 could not be given. Widen it."),
            s => Hours(s.DoseIntervalMaxHours - s.DoseIntervalMinHours) >= Covered(s)),
        ("both-doses", new(
            "Окно после лимфодеплеции закрывается раньше, чем можно ввести День 2. Раздвиньте окно или сократите промежуток между дозами.",
            "The window after lymphodepletion closes before Day 2 could be given. Widen it, or shorten the interval between the doses."),
            s => Days(s.LymphodepletionMaxDays - s.LymphodepletionMinDays) >= Hours(s.DoseIntervalMinHours) + Covered(s)),
        ("shelf-life", new(
            "Срок годности пакета короче окна после лимфодеплеции: пакет истёк бы, пока окно открыто. Увеличьте срок или сузьте окно.",
            "A bag's shelf life is shorter than the window after lymphodepletion: a bag would expire while it is open. Lengthen one or narrow the other."),
            s => s.ShelfLifeDays > s.LymphodepletionMaxDays),
        ("rounds", new(
            "Две сверки и время до начала не умещаются в срок после размораживания. Увеличьте срок или сократите сверки.",
            "Both rounds and the start window do not fit into the time after the thaw. Lengthen it, or shorten the rounds."),
            s => s.BedsidePairMinutes + s.StartWindowMinutes <= s.PostThawMinutes),
        ("readiness", new(
            "Допуск действует меньше, чем идут размораживание, срок после него и начало: доза никогда не была бы допущена. Увеличьте срок допуска.",
            "Readiness lasts less than thaw, time after it and start window: no dose would ever be cleared. Lengthen readiness."),
            s => Hours(s.ReadinessHours) >= Covered(s)),
        ("go", new(
            "Решение «ВВОДИТЬ» действует меньше, чем идут размораживание, срок после него и начало: День 2 никогда не был бы допущен. Увеличьте срок решения.",
            "GO lasts less than thaw, time after it and start window: Day 2 would never be cleared. Lengthen it."),
            s => Hours(s.ToleranceDecisionHours) >= Covered(s)),
        ("at-fill", new(
            "Пакеты заполняют и замораживают до выпуска, а в процессе нет операции с криопротектором. Добавьте её или заполняйте пакеты после выпуска.",
            "Bags are filled and frozen before the release, but no operation of the process takes a cryoprotectant. Add one, or fill the bags after the release."),
            s => s.SplitTiming == SplitTiming.AfterRelease || s.Process.Units.Any(unit => unit.Materials.Contains(MaterialKind.Cryoprotectant))),
        ("process", new(
            "У операции процесса нижняя граница числа выше верхней: её нельзя было бы записать. Исправьте одну из двух.",
            "A number of a unit operation has its lower limit above its upper one: it could not be recorded. Correct one of the two."),
            s => s.Process.Units.SelectMany(unit => unit.Parameters).All(parameter => parameter.Min <= parameter.Max)),
        ("tests", new(
            "У испытания нижняя граница не ниже верхней: его не прошла бы ни одна серия. Исправьте одну из двух.",
            "A test's lower limit is not below its upper one: no batch would pass. Correct one of the two."),
            s => s.Specification.Tests.All(test => test is not { Min: { } min, Below: { } below } || min < below)),
    ];

    public static IReadOnlyList<Refusal> Refusals(StudySettings settings) =>
        [.. Rules.Where(rule => !rule.Holds(settings)).Select(rule => new Refusal($"settings-{rule.Code}", rule.Reason))];

    /// <summary>What pre-thaw clearance wants every clock to cover.</summary>
    private static TimeSpan Covered(StudySettings s) => TimeSpan.FromMinutes(s.MaxThawMinutes + s.PostThawMinutes + s.StartWindowMinutes);

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
