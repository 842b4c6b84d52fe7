using HemC101.Tracking.Printing;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class PrinterStandingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(4, 16)]
    [InlineData(5, 30)]
    [InlineData(5000, 30)]
    public void Pause_DoublesUpToHalfAMinute(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new PrinterStanding(failures, PrintTrouble.NotThere, "off", default).Pause);
}
