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
        await ReadsBackAsync(
            Symbology.Gs1DataMatrix,
            [
                "8018946000000000000015",
                "01046000000000151727123110HC26001\u001D21BAG1",
                "8017946000000000000018\u001D801912\u001D10A99992600000100",
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
    public async Task Encode_DataMatrixOfGrowingLength_ReadsBack() =>
        await ReadsBackAsync(
            Symbology.DataMatrix,
            Enumerable.Range(1, 90).Select(i => i * i / 6).Where(length => length > 0).Distinct()
                .Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)(' ' + (i * 7 % 95))))));

    [DecoderFact]
    public async Task Encode_RandomAscii_ReadsBack()
    {
        var random = new Random(16022);

        await ReadsBackAsync(Symbology.Code128, Texts(random, count: 150, longest: 40, first: '\0'));
        await ReadsBackAsync(Symbology.DataMatrix, Texts(random, count: 150, longest: 300, first: '\u001E'));
        await ReadsBackAsync(Symbology.Gs1DataMatrix, Texts(random, count: 50, longest: 60, first: '!'));
    }

    [Theory]
    [MemberData(nameof(Symbologies))]
    public void Encode_EmptyPayload_Throws(Symbology symbology) =>
        Assert.ThrowsAny<ArgumentException>(() => engine.Encode(symbology, ""));

    [Theory]
    [MemberData(nameof(Symbologies))]
    public void Encode_CharacterBeyondAscii_ThrowsAndNamesIt(Symbology symbology)
    {
        var refusal = Assert.Throws<ArgumentException>(() => engine.Encode(symbology, "=А9999"));

        Assert.Contains("Character 2 (U+0410)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_LongerThanTheLargestDataMatrix_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => engine.Encode(Symbology.DataMatrix, new string('7', 3117)));

    [Fact]
    public void Encode_Gs1StartingWithSeparator_Throws() =>
        Assert.Contains(
            "separator",
            Assert.Throws<ArgumentException>(() => engine.Encode(Symbology.Gs1DataMatrix, "\u001D0104600000000015")).Message,
            StringComparison.Ordinal);

    protected async Task ReadsBackAsync(Symbology symbology, IEnumerable<string> payloads)
    {
        var prefix = symbology switch
        {
            Symbology.Code128 => "]C0",
            Symbology.DataMatrix => "]d1",
            Symbology.Gs1DataMatrix => "]d2",
            Symbology.Gs1Code128 => "]C1",
        };
        var expected = payloads.Select(payload => new DecodedSymbol(prefix, payload)).ToList();

        var read = await Decoder.ReadAsync(expected.Select(symbol => engine.Encode(symbology, symbol.Text)));

        Assert.Equal(expected, read.Select(picture => picture.Symbols.Count == 1 ? picture.Symbols[0] : null));
    }

    private static string[] Texts(Random random, int count, int longest, char first) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            string.Concat(Enumerable.Range(0, random.Next(1, longest)).Select(_ => Character(random, digits: i % 3 == 0, first)))),
    ];

    private static char Character(Random random, bool digits, char first) =>
        (char)(digits && random.Next(8) > 0 ? random.Next('0', '9' + 1) : random.Next(first, 128));
}
