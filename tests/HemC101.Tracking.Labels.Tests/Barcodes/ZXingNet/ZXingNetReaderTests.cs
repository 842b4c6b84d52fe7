#if ZXINGNET
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.ZXingNet;
using HemC101.Tracking.Labels.Tests.Barcodes.Proof;

namespace HemC101.Tracking.Labels.Tests.Barcodes.ZXingNet;

public sealed class ZXingNetReaderTests() : BarcodeReaderContract(new ZXingNetReader())
{
    [Fact]
    public void Read_CorpusOfOurOwnEngine_SaysEachPayload()
    {
        var reader = new ZXingNetReader();

        var misread = Corpus.All
            .Where(specimen => reader.Read(GreyPicture.Draw(specimen.Encode())) is not [var only] || only != new BarcodeReading(specimen.Symbology, specimen.Payload))
            .ToList();

        Assert.True(misread.Count == 0, $"{misread.Count} misread:\n{string.Join('\n', misread)}");
    }
}
#endif
