using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>Our symbols before readers that know nothing of us: each says its payload, to the byte, and nothing else.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<IReadOnlyList<byte[]>> Pictures =
        new(() => [.. Corpus.All.Select((specimen, i) => specimen.Picture(modulePixels: 3 + (i % 3)))]);

    [Fact]
    public void All_Specimens_AreTwoThousandDifferentOnesOfEveryKind()
    {
        Assert.Equal(2_000, Corpus.All.Count);
        Assert.Equal(2_000, Corpus.All.Distinct().Count());
        Assert.Equal(Enum.GetValues<Symbology>().Order(), Corpus.All.Select(specimen => specimen.Symbology).Distinct().Order());
    }

    [DecoderFact]
    public async Task Encode_Corpus_IsReadByZXingUnderNode() =>
        AllSay(Corpus.All, (await Decoder.ReadPngsAsync(Pictures.Value)).Select(picture => picture.Symbols));

    [DecoderFact(BrowserReader.Program)]
    public async Task Encode_Corpus_IsReadByZXingInTheBrowser() =>
        AllSay(Corpus.All, await BrowserReader.ReadAsync(Pictures.Value));

    /// <summary>libdmtx overlooks some 8×32 symbols in some sizes, zint's as well as ours; what it overlooks is shown again in others.</summary>
    [DecoderFact(Libdmtx.Program)]
    public async Task Encode_DataMatrixOfTheCorpus_IsReadByLibdmtx()
    {
        var unread = Corpus.All.Where(specimen => specimen.IsMatrix).ToList();
        foreach (var modulePixels in (int[])[4, 3, 5, 6, 2])
        {
            var read = await Libdmtx.ReadAsync([.. unread.Select(specimen => (specimen.Picture(modulePixels), specimen.IsGs1, specimen.Payload))]);
            None(unread.Zip(read).Where(pair => pair.Second is { } text && text != pair.First.Payload).Select(pair => $"{pair.First} was read as {pair.Second}"));
            unread = [.. unread.Zip(read).Where(pair => pair.Second is null).Select(pair => pair.First)];
            Assert.All(unread, specimen => Assert.Equal(MatrixShape.Rectangle, specimen.Shape));
        }

        None(unread.Select(specimen => $"{specimen} was not found"));
    }

    [DecoderFact(Zbar.Program)]
    public async Task Encode_Code128OfTheCorpus_IsReadByZbar()
    {
        var linear = Corpus.All.Zip(Pictures.Value).Where(pair => !pair.First.IsMatrix).ToList();

        var read = await Zbar.ReadAsync(linear.Select(pair => pair.Second));

        AllSay(
            linear.Select(pair => pair.First),
            linear.Zip(read, (pair, texts) => texts.Select(text => new DecodedSymbol(pair.First.Prefix, text)).ToList()));
    }

    private static void AllSay(IEnumerable<Specimen> specimens, IEnumerable<IReadOnlyList<DecodedSymbol>> read) =>
        None(specimens.Zip(read)
            .Where(pair => pair.Second is not [var only] || only != new DecodedSymbol(pair.First.Prefix, pair.First.Payload))
            .Select(pair => $"{pair.First} was read as {string.Join(" and ", pair.Second)}"));

    private static void None(IEnumerable<string> misread)
    {
        var all = misread.ToList();
        Assert.True(all.Count == 0, $"{all.Count} misread:\n{string.Join('\n', all)}");
    }
}
