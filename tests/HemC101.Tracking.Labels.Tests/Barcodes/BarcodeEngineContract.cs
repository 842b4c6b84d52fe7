using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

/// <summary>What every engine must do: a reader that shares no code with it reads back what was asked for.</summary>
public abstract class BarcodeEngineContract(IBarcodeEngine engine)
{
    private static readonly string[] Identifiers =
    [
        "=A99992600000100",
        "=<YA0011A0",
        "&/CHA999926000001",
        "&>026365",
        "=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001",
        "=+04000=A99992600000100=<YA0011B0&>0263652359&/CHA999926000001",
        "=+05000=Z54991712345600=%T300=<T0416003&>0183652359&,4PL001499Z549917123456A00T041600320181231",
        "A9999260000010012345",
        "HC-101-007",
    ];

    public static TheoryData<Symbology> Symbologies => new(Enum.GetValues<Symbology>());

    [DecoderFact]
    public async Task Encode_OurIdentifiers_ReadBackInEachSymbology()
    {
        await ReadsBackAsync(Symbology.Code128, Identifiers.Where(text => text.Length <= 80));
        await ReadsBackAsync(Symbology.DataMatrix, Identifiers);
    }

    [DecoderFact]
    public async Task Encode_Gs1ElementStrings_ReadBackWithTheirSeparators() =>
        await BothReadBackAsync(
            [
                "8018946000000000000015",
                "01046000000000151727123110HC26001\u001D21BAG1",
                "8017946000000000000018\u001D801912\u001D10A99992600000100",
                "1012345\u001D2112345678",
            ]);

    [DecoderFact]
    public async Task Encode_Code128Mixes_ReadBack() =>
        await ReadsBackAsync(
            Symbology.Code128,
            [
                "7", "12", "123", "1234", "12345", "A12", "A1234", "A12345", "A1234B", "A12345B", "1234A", "12345A", "1234a5678", "12A345678b9",
                "a\rb", "A\rB", "\r\nabc", "a\r\n\tb", "\0\u001F_`~\u007F", "\u001Dx\u001Dy1234\u001D", "123456\r", "\t12345678",
                new string('0', 40), string.Concat(Enumerable.Range(32, 60).Select(c => (char)c)),
            ]);

    [DecoderFact]
    public async Task Encode_ControlCharactersInPlainDataMatrix_ReadBack() =>
        await ReadsBackAsync(
            Symbology.DataMatrix,
            ["\u001D", "\u001D1234", "A\u001D", "[)>\u001E06\u001D1PHC101\u001E\u0004", string.Concat(Enumerable.Range(0, 128).Select(c => (char)c))]);

    [DecoderFact]
    public async Task Encode_BytesBeyondAsciiInDataMatrix_ReadBack() =>
        await ReadsBackAsync(
            Symbology.DataMatrix,
            ["\u00E9", "A\u00E9B", "na\u00EFve caf\u00E9", string.Concat(Enumerable.Range(0, 256).Select(c => (char)c)), new string('\u00FF', 300)]);

    [DecoderFact]
    public async Task Encode_Rectangles_ReadBackAndAreWiderThanHigh()
    {
        string[] payloads = ["1", "1234567890", "=A99992600000100", "ABCDEFGHIJKLMNOPQRS", "&/CHA999926000001", "abc,DEF,123", Digits(98)];

        await ReadsBackAsync(Symbology.DataMatrix, payloads, MatrixShape.Rectangle);

        Assert.All(payloads, payload => Assert.True(engine.Encode(Symbology.DataMatrix, payload, MatrixShape.Rectangle) is var drawn && drawn.Width > drawn.Height));
    }

    [DecoderFact]
    public async Task Encode_DataMatrixOfGrowingLength_ReadsBack() =>
        await ReadsBackAsync(
            Symbology.DataMatrix,
            Enumerable.Range(1, 82).Select(i => i * i / 6).Where(length => length > 0).Distinct()
                .Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)(' ' + (i * 7 % 95))))));

    [DecoderFact]
    public async Task Encode_RandomAscii_ReadsBack()
    {
        var random = new Random(16022);

        await ReadsBackAsync(Symbology.Code128, Texts(random, count: 150, longest: 40, first: '\0'));
        await ReadsBackAsync(Symbology.DataMatrix, Texts(random, count: 150, longest: 300, first: '\u001E'));
        await BothReadBackAsync(Texts(random, count: 100, longest: 48, first: '!'));
    }

    [Theory]
    [MemberData(nameof(Symbologies))]
    public void Encode_EmptyPayload_Throws(Symbology symbology) =>
        Assert.ThrowsAny<ArgumentException>(() => engine.Encode(symbology, ""));

    [Theory]
    [InlineData(Symbology.Code128, "=\u00C99999", "Character 2 (U+00C9) is not ASCII")]
    [InlineData(Symbology.Gs1Code128, "10\u0410", "Character 3 (U+0410) is not ASCII")]
    [InlineData(Symbology.Gs1DataMatrix, "10\u00C9", "Character 3 (U+00C9) is not ASCII")]
    [InlineData(Symbology.DataMatrix, "=\u04109999", "Character 2 (U+0410) is not Latin-1")]
    public void Encode_CharacterTheSymbolCannotHold_ThrowsAndNamesIt(Symbology symbology, string payload, string expected)
    {
        var refusal = Assert.Throws<ArgumentException>(() => engine.Encode(symbology, payload));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Symbology.DataMatrix, MatrixShape.Square, 3117)]
    [InlineData(Symbology.Gs1DataMatrix, MatrixShape.Square, 3115)]
    [InlineData(Symbology.DataMatrix, MatrixShape.Rectangle, 99)]
    [InlineData(Symbology.Gs1Code128, MatrixShape.Square, 49)]
    public void Encode_LongerThanTheLargestSymbol_Throws(Symbology symbology, MatrixShape shape, int digits) =>
        Assert.ThrowsAny<ArgumentException>(() => engine.Encode(symbology, Digits(digits), shape));

    [Theory]
    [InlineData(Symbology.Gs1DataMatrix)]
    [InlineData(Symbology.Gs1Code128)]
    public void Encode_Gs1StartingWithSeparator_Throws(Symbology symbology) =>
        Assert.Contains(
            "separator",
            Assert.Throws<ArgumentException>(() => engine.Encode(symbology, "\u001D0104600000000015")).Message,
            StringComparison.Ordinal);

    private async Task BothReadBackAsync(string[] gs1)
    {
        await ReadsBackAsync(Symbology.Gs1DataMatrix, gs1);
        await ReadsBackAsync(Symbology.Gs1Code128, gs1);
    }

    private async Task ReadsBackAsync(Symbology symbology, IEnumerable<string> payloads, MatrixShape shape = MatrixShape.Square)
    {
        var prefix = symbology switch
        {
            Symbology.Code128 => "]C0",
            Symbology.DataMatrix => "]d1",
            Symbology.Gs1DataMatrix => "]d2",
            Symbology.Gs1Code128 => "]C1",
        };
        var expected = payloads.Select(payload => new DecodedSymbol(prefix, payload)).ToList();

        var read = await Decoder.ReadAsync(expected.Select(symbol => engine.Encode(symbology, symbol.Text, shape)));

        Assert.Equal(expected, read.Select(picture => picture.Symbols.Count == 1 ? picture.Symbols[0] : null));
    }

    protected static string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + (i * i % 10))));

    private static string[] Texts(Random random, int count, int longest, char first) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            string.Concat(Enumerable.Range(0, random.Next(1, longest)).Select(_ => Character(random, digits: i % 3 == 0, first)))),
    ];

    private static char Character(Random random, bool digits, char first) =>
        (char)(digits && random.Next(8) > 0 ? random.Next('0', '9' + 1) : random.Next(first, 128));
}
