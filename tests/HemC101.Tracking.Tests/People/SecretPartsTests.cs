using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class SecretPartsTests
{
    [Theory]
    [InlineData("750", "184", true)]
    [InlineData("750184", "", false)]
    [InlineData("7501", "84", false)]
    [InlineData("75a", "184", false)]
    [InlineData(null, "184", false)]
    [InlineData("750", null, false)]
    public void Pin_IsOfTwoHalves(string? first, string? second, bool taken)
    {
        var parts = new SecretParts(first, second);

        Assert.Equal(taken, parts.RefusalAsPin() is null);
        Assert.Equal($"{first}{second}", parts.Whole);
    }

    [Theory]
    [InlineData("six of", "twelve", true)]
    [InlineData("the whole long password", "", false)]
    [InlineData("the whole long password", "short", false)]
    [InlineData(null, "a long part", false)]
    public void Password_IsOfTwoParts_NeitherShort(string? first, string? second, bool taken) =>
        Assert.Equal(taken, new SecretParts(first, second).RefusalAsPassword() is null);

    [Fact]
    public void Parts_PrintNothingOfThemselves() => Assert.DoesNotContain("750", new SecretParts("750", "184").ToString(), StringComparison.Ordinal);
}
