using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

public sealed class DecimalInputTests
{
    [Theory]
    [InlineData("49,5", 49.5)]
    [InlineData("49.5", 49.5)]
    [InlineData(" 1 250,75 ", 1250.75)]
    [InlineData("1\u00a0250", 1250)]
    [InlineData("−150", -150)]
    [InlineData("0,001", 0.001)]
    public void TryParse_CommaOrPoint_IsTheSameNumber(string typed, double expected)
    {
        Assert.True(DecimalInput.TryParse(typed, out var value));
        Assert.Equal((decimal)expected, value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1,234.5")]
    [InlineData("1.234,5")]
    [InlineData("5,")]
    [InlineData("1e6")]
    [InlineData("12 мл")]
    [InlineData("∞")]
    public void TryParse_AmbiguousOrNoNumber_IsRefused(string? typed) => Assert.False(DecimalInput.TryParse(typed, out _));
}
