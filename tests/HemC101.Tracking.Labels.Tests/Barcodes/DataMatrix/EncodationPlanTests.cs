using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class EncodationPlanTests
{
    [Theory]
    [InlineData("123456", "Ascii 6")]
    [InlineData("A1B23", "Ascii 5")]
    [InlineData("ABCDEFGHI", "C40 9")]
    [InlineData("abcdefghi", "Text 9")]
    [InlineData("\u00E9\u00E8\u00FC\u00DF\u00E4\u00F6", "Base256 6")]
    [InlineData("ABCDEFGHIJKLMNO1234567890", "C40 15, Ascii 10")]
    [InlineData("ABCDEFGHIabcdefghi", "C40 9, Text 9")]
    public void For_Payload_TakesTheShortestEncodations(string payload, string expected) =>
        Assert.Equal(expected, Told(payload));

    // A 12×12 symbol holds 5 codewords, a 14×14 symbol 8.
    [Theory]
    [InlineData("ABCDEF", 5)]
    [InlineData("ABCDEFGH", 8)]
    [InlineData("ABCDEFGHIJ", 8)]
    [InlineData("AB*CDEFGH", 8)]
    [InlineData("ABCDEFGHI12", 8)]
    public void For_EndOfDataAtTheEndOfTheSymbol_NeedsNoUnlatch(string payload, int codewords) =>
        Assert.Equal(codewords, EncodationPlan.For(Message.Plain(payload), MatrixShape.Square).Size.Data);

    [Fact]
    public void For_MoreThanTheLargestSymbol_SaysWhatItHolds()
    {
        var message = Message.Plain(new string('7', 99));

        var refusal = Assert.Throws<ArgumentException>(() => EncodationPlan.For(message, MatrixShape.Rectangle));

        Assert.Contains("takes 50 codewords", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("(16×48) holds 49", refusal.Message, StringComparison.Ordinal);
    }

    private static string Told(string payload) =>
        string.Join(", ", EncodationPlan.For(Message.Plain(payload), MatrixShape.Square).Segments.Select(segment => $"{segment.Encodation} {segment.Length}"));
}
