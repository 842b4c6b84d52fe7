using HemC101.Tracking.People;

namespace HemC101.Tracking.Study;

/// <summary>From lymphodepletion to the second dose; each is a question of safety, and asked at the step.</summary>
internal static class WardSettings
{
    private static readonly SettingForms Ward = new(SettingGroup.Ward, Role.Investigator);
    private static readonly SettingForms Tolerance = new(SettingGroup.Tolerance, Role.Investigator);

    public static readonly IReadOnlyList<Setting> All =
    [
        .. new[]
        {
            Ward.Whole("ld.min", "После лимфодеплеции вводить не раньше", "After lymphodepletion, infuse not before", "сут", 0, 60, "§2.13, §8",
                s => s.LymphodepletionMinDays, (s, value) => s with { LymphodepletionMinDays = value }),
            Ward.Whole("ld.max", "После лимфодеплеции вводить не позже", "After lymphodepletion, infuse not later than", "сут", 1, 60, "§2.13, §8",
                s => s.LymphodepletionMaxDays, (s, value) => s with { LymphodepletionMaxDays = value }),
            Ward.Whole("ready.hours", "Допуск к дозе действует", "Readiness is good for", "ч", 1, 72, "§2.14",
                s => s.ReadinessHours, (s, value) => s with { ReadinessHours = value }),
            Ward.Whole("cultures.hours", "Посевы крови: за сколько часов", "Blood cultures: looked back for", "ч", 72, 336, "E-3a, §8",
                s => s.CultureLookBackHours, (s, value) => s with { CultureLookBackHours = value }),
            Ward.Whole("thaw.max", "Размораживание не дольше", "A thaw takes at most", "мин", 1, 120, "§2.15",
                s => s.MaxThawMinutes, (s, value) => s with { MaxThawMinutes = value }),
            Ward.Whole("thaw.after", "После размораживания начать не позже", "After the thaw, start within", "мин", 5, 360, "§2.15, §8",
                s => s.PostThawMinutes, (s, value) => s with { PostThawMinutes = value }),
            Ward.Whole("bedside.pair", "Вторая сверка у постели: не позже", "Second round at the bed: within", "мин", 1, 60, "§2.0, §2.16",
                s => s.BedsidePairMinutes, (s, value) => s with { BedsidePairMinutes = value }),
            Ward.Whole("bedside.start", "После сверки начать не позже", "After verification, start within", "мин", 1, 120, "§2.16",
                s => s.StartWindowMinutes, (s, value) => s with { StartWindowMinutes = value }),
            Tolerance.Whole("doses.min", "День 2 не раньше", "Day 2 not before", "ч", 0, 336, "§2.9, §8",
                s => s.DoseIntervalMinHours, (s, value) => s with { DoseIntervalMinHours = value }),
            Tolerance.Whole("doses.max", "День 2 не позже", "Day 2 not later than", "ч", 1, 720, "§2.9, §8",
                s => s.DoseIntervalMaxHours, (s, value) => s with { DoseIntervalMaxHours = value }),
            Tolerance.Whole("go.hours", "Решение «ВВОДИТЬ» действует", "GO is good for", "ч", 1, 72, "§2.17",
                s => s.ToleranceDecisionHours, (s, value) => s with { ToleranceDecisionHours = value }),
            Ward.Whole("ward.hand-over", "Передача в наблюдение: не раньше дня", "Hand-over to follow-up: not before day", "", 28, 60, "S2-06, §2.21",
                s => s.HandOverDay, (s, value) => s with { HandOverDay = value }),
        }.Select(setting => setting with { IsSafety = true }),
    ];
}
