using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class PinTests
{
    [Theory]
    [InlineData("483920")]
    [InlineData("000917")]
    public void Refusal_SixDigitsWithoutPattern_IsNone(string pin) => Assert.Null(Pin.Refusal(pin));

    [Theory]
    [InlineData("111111")]
    [InlineData("123456")]
    [InlineData("654321")]
    [InlineData("789012")]
    [InlineData("135791")]
    [InlineData("121212")]
    [InlineData("123123")]
    [InlineData("990990")]
    public void Refusal_Trivial_SaysWhy(string pin) => Assert.Contains("guess", Pin.Refusal(pin)!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("48392")]
    [InlineData("4839201")]
    [InlineData("48392a")]
    [InlineData("４８３９２０")]
    public void Refusal_NotSixDigits_SaysSo(string? pin) => Assert.Contains("six digits", Pin.Refusal(pin)!.En, StringComparison.Ordinal);
}
