using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class PinTests
{
    [Theory]
    [InlineData("483920")]
    [InlineData("009417")]
    [InlineData("132190")]
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
    [InlineData("000000")]
    [InlineData("112233")]
    [InlineData("887766")]
    [InlineData("111222")]
    [InlineData("747477")]
    public void Refusal_Trivial_SaysWhy(string pin) => Assert.Contains("guess", Pin.Refusal(pin)!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("170580")]
    [InlineData("051780")]
    [InlineData("800517")]
    [InlineData("290200")]
    [InlineData("051980")]
    [InlineData("198005")]
    public void Refusal_LikeABirthDate_SaysWhy(string pin) => Assert.Contains("date", Pin.Refusal(pin)!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("48392")]
    [InlineData("4839201")]
    [InlineData("48392a")]
    [InlineData("４８３９２０")]
    public void Refusal_NotSixDigits_SaysSo(string? pin) => Assert.Contains("six digits", Pin.Refusal(pin)!.En, StringComparison.Ordinal);
}
