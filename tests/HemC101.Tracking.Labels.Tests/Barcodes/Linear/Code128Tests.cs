using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.Linear;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Linear;

public sealed class Code128Tests
{
    private const int A = 101;
    private const int B = 100;
    private const int C = 99;
    private const int StartA = 103;
    private const int StartB = 104;
    private const int StartC = 105;

    [Theory]
    [InlineData("AB", StartB, 33, 34)]
    [InlineData("12", StartC, 12)]
    [InlineData("123", StartB, 17, 18, 19)]
    [InlineData("1234", StartC, 12, 34)]
    [InlineData("12345", StartB, 17, C, 23, 45)]
    [InlineData("A123", StartB, 33, 17, 18, 19)]
    [InlineData("A1234", StartB, 33, C, 12, 34)]
    [InlineData("A12345", StartB, 33, 17, C, 23, 45)]
    [InlineData("1234AB", StartC, 12, 34, B, 33, 34)]
    [InlineData("\rA", StartA, 77, 33)]
    [InlineData("a\rb", StartB, 65, 98, 77, 66)]
    [InlineData("a\r\n", StartB, 65, A, 77, 74)]
    [InlineData("\ra\r", StartA, 77, 98, 65, 77)]
    [InlineData("\r\nab", StartA, 77, 74, B, 65, 66)]
    public void Values_ByTheRulesOfTheStandard_SwitchSubsets(string payload, params int[] expected) =>
        Assert.Equal(expected, Code128.Values(Message.Plain(payload)).SkipLast(2));

    [Fact]
    public void Values_Payload_EndInCheckValueAndStop() =>
        Assert.Equal([StartB, 48, 42, 42, 17, 18, 19, 35, 55, 106], Code128.Values(Message.Plain("PJJ123C")));

    [Fact]
    public void Encode_Payload_IsOneRowOfElevenModulesACharacterAndThirteenForTheStop()
    {
        var modules = Code128.Encode(Message.Plain("A12345"));

        Assert.True(modules.IsLinear);
        Assert.Equal((11 * 7) + 13, modules.Width);
        Assert.True(modules[0, 0] && modules[modules.Width - 1, 0]);
    }
}
