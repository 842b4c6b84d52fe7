using CsCheck;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

/// <summary>The encodation against the standard's decoding rules, and against trying every other way.</summary>
public sealed class ShortestSymbolTests
{
    private static readonly string[] Alphabets =
    [
        "0123456789", "ABCXYZ 019", "abcxyz 019", "=&<>+/!,;_", "\r\n\t\u001D\u001E", "\u00E9\u00FF\u0080\u00A0\u00C1", "aB1=\u00E9",
    ];

    private static readonly Gen<string> Stretch =
        Gen.Select(Gen.Int[0, Alphabets.Length - 1], Gen.Int[0, 12])
            .SelectMany((alphabet, length) => Gen.Char[Alphabets[alphabet]].Array[length])
            .Select(characters => new string(characters));

    private static readonly Gen<string> Payload = Stretch.Array[1, 9].Select(string.Concat).Where(text => text.Length > 0);

    /// <summary>Few enough characters for every way to be tried.</summary>
    private static readonly Gen<string> Short = Stretch.Array[1, 4].Select(string.Concat).Where(text => text.Length > 0);

    private static Gen<string> Gs1(Gen<string> payload) =>
        payload.Select(text => string.Concat(text.Where(char.IsAscii)).TrimStart('\x1D')).Where(text => text.Length > 0);

    [Fact]
    public void Write_AnyPayload_IsReadBackByTheRulesOfTheStandard() =>
        Payload.Sample(text => Assert.Equal(text, CodewordReader.Read(Codewords(Message.Plain(text), MatrixShape.Square))), iter: 20_000);

    [Fact]
    public void Write_AnyGs1Payload_IsReadBackByTheRulesOfTheStandard() =>
        Gs1(Payload).Sample(text => Assert.Equal("]d2" + text, CodewordReader.Read(Codewords(Message.Gs1(text), MatrixShape.Square))), iter: 10_000);

    [Fact]
    public void For_AnyPayload_NoWayOfWritingFitsTheNextSmallerSquare() =>
        Short.Sample(text => TakesTheSmallest(text, gs1: false, MatrixShape.Square, SymbolSize.Squares), iter: 1_000);

    [Fact]
    public void For_AnyGs1Payload_NoWayOfWritingFitsTheNextSmallerSquare() =>
        Gs1(Short).Sample(text => TakesTheSmallest(text, gs1: true, MatrixShape.Square, SymbolSize.Squares), iter: 800);

    [Fact]
    public void For_AnyPayload_NoWayOfWritingFitsTheNextSmallerRectangle() =>
        Short.Where(text => EveryEncodation.Fits(text, gs1: false, 49))
            .Sample(text => TakesTheSmallest(text, gs1: false, MatrixShape.Rectangle, SymbolSize.Rectangles), iter: 800);

    // 64×64 holds 280 codewords, 72×72 holds 368, the largest 1558: latch, length of none, one or two codewords, bytes.
    [Theory]
    [InlineData(249, 280)]
    [InlineData(250, 280)]
    [InlineData(277, 280)]
    [InlineData(278, 280)]
    [InlineData(279, 368)]
    [InlineData(1555, 1558)]
    [InlineData(1556, 1558)]
    public void Write_ManyBytes_LengthFieldGrowsOrRunsToTheEnd(int count, int capacity)
    {
        var text = string.Concat(Enumerable.Range(0, count).Select(i => (char)(128 + (i * 37 % 128))));

        var codewords = Codewords(Message.Plain(text), MatrixShape.Square);

        Assert.Equal(capacity, codewords.Length);
        Assert.Equal(text, CodewordReader.Read(codewords));
    }

    private static void TakesTheSmallest(string text, bool gs1, MatrixShape shape, IReadOnlyList<SymbolSize> sizes)
    {
        var size = EncodationPlan.For(gs1 ? Message.Gs1(text) : Message.Plain(text), shape).Size;

        var smaller = sizes.LastOrDefault(other => other.Data < size.Data);
        Assert.True(EveryEncodation.Fits(text, gs1, size.Data));
        Assert.False(smaller is not null && EveryEncodation.Fits(text, gs1, smaller.Data));
    }

    private static byte[] Codewords(Message message, MatrixShape shape) => CodewordWriter.Write(message, EncodationPlan.For(message, shape));
}
