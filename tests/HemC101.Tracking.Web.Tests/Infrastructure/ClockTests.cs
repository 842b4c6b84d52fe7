using System.Globalization;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

public sealed class ClockTests
{
    private static readonly DateTimeOffset LateEvening = new(2026, 3, 29, 22, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("ru-RU", "30.03.2026 01:30 МСК")]
    [InlineData("en-GB", "30.03.2026 01:30 MSK")]
    public void Show_UtcInstant_IsMoscowWallTime(string culture, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, Clock.Show(LateEvening));
    }

    [Theory]
    [InlineData("ru-RU", "30.03.2026")]
    [InlineData("en-GB", "30-MAR-2026")]
    public void ShowDay_LateEveningUtc_IsTheNextMoscowDay(string culture, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, Clock.ShowDay(Clock.DayOf(LateEvening)));
    }
}
