using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>Our symbols before readers that know nothing of us: each says its payload, to the byte, and nothing else.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<IReadOnlyList<byte[]>> Pictures =
        new(() => [.. Corpus.All.Select((specimen, i) => BarcodePng.Write(specimen.Encode(), modulePixels: 3 + (i % 3)))]);

    [Fact]
    public void All_Specimens_AreTwoThousandDifferentOnesOfEveryKind()
    {
        Assert.Equal(2_000, Corpus.All.Count);
        Assert.Equal(2_000, Corpus.All.Distinct().Count());
        Assert.Equal(Enum.GetValues<Symbology>().Order(), Corpus.All.Select(specimen => specimen.Symbology).Distinct().Order());
    }

    [DecoderFact]
    public async Task Encode_Corpus_IsReadByZXingUnderNode()
    {
        var read = await Decoder.ReadPngsAsync(Pictures.Value);

        Assert.Equal(Corpus.All.Select(Expected), read.Select(picture => picture.Symbols.Count == 1 ? picture.Symbols[0] : null));
    }

    [DecoderFact(BrowserReader.Program)]
    public async Task Encode_Corpus_IsReadByZXingInTheBrowser()
    {
        var read = await BrowserReader.ReadAsync(Pictures.Value);

        Assert.Equal(Corpus.All.Select(Expected), read.Select(symbols => symbols.Count == 1 ? symbols[0] : null));
    }

    [DecoderFact(Libdmtx.Program)]
    public async Task Encode_DataMatrixOfTheCorpus_IsReadByLibdmtx()
    {
        var matrices = Corpus.All.Zip(Pictures.Value).Where(pair => pair.First.IsMatrix).ToList();

        var wrong = await Libdmtx.MisreadAsync([.. matrices.Select(pair => (pair.Second, pair.First.IsGs1, pair.First.Payload))]);

        Assert.Empty(wrong.Select(i => matrices[i].First));
    }

    [DecoderFact(Zbar.Program)]
    public async Task Encode_Code128OfTheCorpus_IsReadByZbar()
    {
        var linear = Corpus.All.Zip(Pictures.Value).Where(pair => !pair.First.IsMatrix).ToList();

        var read = await Zbar.ReadAsync(linear.Select(pair => pair.Second));

        Assert.Equal(linear.Select(pair => pair.First.Payload), read.Select(texts => texts.Count == 1 ? texts[0] : null));
    }

    private static DecodedSymbol Expected(Specimen specimen) => new(specimen.Prefix, specimen.Payload);
}
