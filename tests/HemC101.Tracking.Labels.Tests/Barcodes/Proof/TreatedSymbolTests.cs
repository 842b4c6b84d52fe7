using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>A part of the corpus turned, scaled and badly printed: it still says its payload.</summary>
public sealed class TreatedSymbolTests
{
    private static readonly IReadOnlyList<Specimen> Specimens =
        [.. Corpus.All.Where(specimen => specimen.Payload.Length <= (specimen.IsMatrix ? 70 : 30)).Where((_, i) => i % 24 == 0)];

    private static readonly Lazy<IReadOnlyList<(Specimen Specimen, Treatment Treatment, byte[] Png)>> Pictures = new(() =>
    [
        .. from specimen in Specimens
           from treatment in Treatment.All
           select (specimen, treatment, BarcodePng.Write(treatment.Apply(specimen.Encode()))),
    ]);

    [DecoderFact]
    public async Task Encode_TreatedSymbols_AreReadByZXingUnderNode() =>
        AllSay(Pictures.Value, (await Decoder.ReadPngsAsync(Pictures.Value.Select(picture => picture.Png))).Select(picture => picture.Symbols));

    [DecoderFact(BrowserReader.Program)]
    public async Task Encode_TreatedSymbols_AreReadByZXingInTheBrowser() =>
        AllSay(Pictures.Value, await BrowserReader.ReadAsync(Pictures.Value.Select(picture => picture.Png)));

    /// <summary>Squares: it overlooks some rectangles of 8×32 even undisturbed.</summary>
    [DecoderFact(Libdmtx.Program)]
    public async Task Encode_TreatedDataMatrix_IsReadByLibdmtx()
    {
        var matrices = Pictures.Value.Where(picture => picture.Specimen.IsMatrix && picture.Specimen.Shape == MatrixShape.Square).ToList();

        var read = await Libdmtx.ReadAsync([.. matrices.Select(picture => (picture.Png, picture.Specimen.IsGs1, picture.Specimen.Payload))]);

        AllSay(matrices, matrices.Zip(read, (picture, text) => text is null ? [] : new[] { new DecodedSymbol(picture.Specimen.Prefix, text) }));
    }

    /// <summary>It reads nothing where the paper itself is grained.</summary>
    [DecoderFact(Zbar.Program)]
    public async Task Encode_TreatedCode128_IsReadByZbar()
    {
        var linear = Pictures.Value.Where(picture => !picture.Specimen.IsMatrix && picture.Treatment.Noise == 0).ToList();

        var read = await Zbar.ReadAsync(linear.Select(picture => picture.Png));

        AllSay(linear, linear.Zip(read, (picture, texts) => texts.Select(text => new DecodedSymbol(picture.Specimen.Prefix, text)).ToArray()));
    }

    private static void AllSay(IEnumerable<(Specimen Specimen, Treatment Treatment, byte[] Png)> pictures, IEnumerable<IReadOnlyList<DecodedSymbol>> read)
    {
        var misread = pictures.Zip(read)
            .Where(pair => pair.Second.Where(symbol => symbol.Error is null).ToList() is not [var only] || only != new DecodedSymbol(pair.First.Specimen.Prefix, pair.First.Specimen.Payload))
            .Select(pair => $"{pair.First.Treatment.Name}: {pair.First.Specimen} was read as {string.Join(" and ", pair.Second)}")
            .ToList();
        Assert.True(misread.Count == 0, $"{misread.Count} misread:\n{string.Join('\n', misread)}");
    }
}
