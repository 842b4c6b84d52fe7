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
            .Select(specimen => (specimen, Read: reader.Read(GreyPicture.Draw(specimen.Encode()))))
            .Where(pair => pair.Read is not [var only] || only != new BarcodeReading(pair.specimen.Symbology, pair.specimen.Payload))
            .Select(pair => $"{pair.specimen} was read as {string.Join(" and ", pair.Read)}")
            .ToList();

        Assert.True(misread.Count == 0, $"{misread.Count} misread:\n{string.Join('\n', misread)}");
    }
}
#endif
