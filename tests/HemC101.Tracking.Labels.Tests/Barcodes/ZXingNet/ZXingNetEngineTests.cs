#if ZXINGNET
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.ZXingNet;

namespace HemC101.Tracking.Labels.Tests.Barcodes.ZXingNet;

public sealed class ZXingNetEngineTests() : BarcodeEngineContract(new ZXingNetEngine())
{
    [Fact]
    public void Encode_SeparatorInPlainDataMatrix_ThrowsForItWouldBecomeFnc1() =>
        Assert.Contains(
            "ASCII 29",
            Assert.Throws<ArgumentException>(() => new ZXingNetEngine().Encode(Symbology.DataMatrix, "A\u001D1")).Message,
            StringComparison.Ordinal);
}
#endif
