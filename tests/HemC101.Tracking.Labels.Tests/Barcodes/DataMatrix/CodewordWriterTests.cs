using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class CodewordWriterTests
{
    private const int ToC40 = 230;
    private const int Unlatch = 254;

    // The pads after the first are whitened by their position (annex B.1).
    [Theory]
    [InlineData("123456", 142, 164, 186)]
    [InlineData("123", 142, 52, 129)]
    [InlineData("A1B23", 66, 50, 67, 153, 129)]
    [InlineData("A", 66, 129, 70)]
    [InlineData("\0\u001D\u007F", 1, 30, 128)]
    [InlineData("\u00E9", 235, 106, 129)]
    public void Write_Ascii_PairsDigitsAndPads(string payload, params int[] codewords) =>
        Assert.Equal(codewords, Written(Message.Plain(payload)));

    // 1600·14 + 40·15 + 16 + 1 = 89·256 + 233, and so on.
    [Theory]
    [InlineData("ABCDEF", ToC40, 89, 233, 109, 36)]
    [InlineData("ABCDEFGHI", ToC40, 89, 233, 109, 36, 128, 95, Unlatch)]
    [InlineData("ABCDEFGHI12", ToC40, 89, 233, 109, 36, 128, 95, 142)]
    public void Write_C40_EndsByTheRulesOfTheStandard(string payload, params int[] codewords) =>
        Assert.Equal(codewords, Written(Message.Plain(payload)));

    [Fact]
    public void Write_Gs1_StartsWithFnc1AndSeparatesByIt() =>
        Assert.Equal([232, 140, 66, 232, 151, 50, 129, 56], Written(Message.Gs1("10A\u001D211")).Take(8));

    private static int[] Written(Message message) =>
        Array.ConvertAll(CodewordWriter.Write(message, EncodationPlan.For(message, MatrixShape.Square)), codeword => (int)codeword);
}
