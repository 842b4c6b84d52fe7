using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class DataMatrixSymbolTests
{
    // ISO/IEC 16022 annex O: the worked example "123456".
    private static readonly string[] Example =
    [
        "1010101010",
        "1100101101",
        "1100000100",
        "1100011101",
        "1100001000",
        "1000001111",
        "1110110000",
        "1111011001",
        "1001110100",
        "1111111111",
    ];

    /// <summary>For each size the digits that fill it, and the digits that leave padding in it.</summary>
    private static readonly string[] Fillings =
        [.. SymbolSize.Squares.SelectMany(size => new[] { Digits(2 * size.Data), Digits((2 * size.Data) - 2) })];

    [Fact]
    public void Encode_WorkedExampleOfTheStandard_IsDrawnModuleForModule() =>
        Assert.Equal(Example, Decoder.Rows(Encode("123456")));

    [Fact]
    public void Encode_DigitsForEverySize_TakesTheSmallestSymbol()
    {
        int[] sides =
            [10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96, 104, 120, 132, 144];

        Assert.Equal(sides, SymbolSize.Squares.Select(size => Encode(Digits(2 * size.Data)).Width));
        Assert.Equal(sides.Skip(1), SymbolSize.Squares.SkipLast(1).Select(size => Encode(Digits((2 * size.Data) + 1)).Width));
    }

    [DecoderFact]
    public async Task Encode_EverySize_ReadsBack()
    {
        var read = await Decoder.ReadAsync(Fillings.Select(Encode));

        Assert.Equal(Fillings.Select(text => new DecodedSymbol("]d1", text)), read.Select(picture => picture.Symbols.SingleOrDefault()));
    }

    [DecoderFact]
    public async Task Encode_EverySize_IsDrawnAsZintDrawsItModuleForModule()
    {
        var drawn = await Decoder.DrawDataMatrixAsync(Fillings);

        Assert.All(Fillings.Zip(drawn), pair => Assert.Equal(pair.Second.Modules, Decoder.Rows(Encode(pair.First))));
    }

    private static BarcodeModules Encode(string payload) => DataMatrixSymbol.Encode(Message.Plain(payload), MatrixShape.Square);

    private static string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + (i * i % 10))));
}
