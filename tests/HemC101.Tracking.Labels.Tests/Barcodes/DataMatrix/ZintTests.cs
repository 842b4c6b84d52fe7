using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.DataMatrix;
using HemC101.Tracking.Labels.Tests.Barcodes.Proof;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

/// <summary>Where there is one best way to write a payload, zint and we draw the same modules; of letters and digits ours is never the larger symbol.</summary>
public sealed class ZintTests
{
    // But the largest, where zint 2.11 differs from later ones, and they agree with us (see ReedSolomon and DataMatrixSymbolTests).
    [DecoderFact(Zint.Program)]
    public async Task Encode_DigitsInEverySquare_AreDrawnAsZintDrawsThem() =>
        await DrawsAlikeAsync(SymbolSize.Squares.SkipLast(1).SelectMany(size => new[] { Digits(2 * size.Data), Digits((2 * size.Data) - 2) }));

    [DecoderFact(Zint.Program)]
    public async Task Encode_DigitsInEveryRectangle_AreDrawnAsZintDrawsThem()
    {
        foreach (var (number, size) in SymbolSize.Rectangles.Index())
        {
            var payload = Digits(2 * size.Data);

            Assert.Equal(await Zint.DrawRectangleAsync(payload, number), Decoder.Rows(Encode(payload, MatrixShape.Rectangle)));
        }
    }

    [DecoderFact(Zint.Program)]
    public async Task Encode_CapitalsInThrees_AreDrawnAsZintDrawsThem() =>
        await DrawsAlikeAsync(Enumerable.Range(4, 60).Select(triplets => Letters(3 * triplets, 'A')));

    [DecoderFact(Zint.Program)]
    public async Task Encode_SmallLettersInThrees_AreDrawnAsZintDrawsThem() =>
        await DrawsAlikeAsync(Enumerable.Range(4, 60).Select(triplets => Letters(3 * triplets, 'a')));

    // Bytes that fill a symbol may do without a length.
    [DecoderFact(Zint.Program)]
    public async Task Encode_Bytes_AreDrawnAsZintDrawsThem() =>
        await DrawsAlikeAsync(Enumerable.Range(8, 500).Where(count => count % 9 == 0 && SymbolSize.Squares.All(size => size.Data != count + 2)).Select(Bytes));

    // Punctuation may be shorter in EDIFACT or X12, which we do not write.
    [DecoderFact(Zint.Program)]
    public async Task Encode_LettersAndDigitsOfTheCorpus_AreNeverLargerThanZintsSymbol()
    {
        var specimens = Corpus.All.Where(specimen =>
            specimen is { Symbology: Symbology.DataMatrix, Shape: MatrixShape.Square } && specimen.Payload.All(char.IsAsciiLetterOrDigit)).ToList();

        Assert.True(specimens.Count > 300);
        foreach (var specimen in specimens)
        {
            Assert.True(specimen.Encode().Width <= (await Zint.DrawSquareAsync(specimen.Payload)).Count, specimen.ToString());
        }
    }

    private static async Task DrawsAlikeAsync(IEnumerable<string> payloads)
    {
        foreach (var payload in payloads)
        {
            Assert.True((await Zint.DrawSquareAsync(payload)).SequenceEqual(Decoder.Rows(Encode(payload, MatrixShape.Square))), $"{payload.Length}: {payload}");
        }
    }

    private static BarcodeModules Encode(string payload, MatrixShape shape) => DataMatrixSymbol.Encode(Message.Plain(payload), shape);

    private static string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + (i * i % 10))));

    private static string Bytes(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)(160 + (i * 29 % 90))));

    private static string Letters(int count, char first) => string.Concat(Enumerable.Range(0, count).Select(i => (char)(first + (i * 7 % 26))));
}
