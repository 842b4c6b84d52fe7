#if ZXINGNET
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Barcodes.ZXingNet;

namespace HemC101.Tracking.Labels.Tests.Barcodes.ZXingNet;

public sealed class ZXingNetEngineTests() : BarcodeEngineContract(new ZXingNetEngine())
{
    // Its writer and its reader disagree where the check codewords of 144×144 begin.
    [Fact]
    public void Encode_PayloadOfTheLargestSymbol_IsRefusedForItIsNotReadBack() =>
        Assert.Contains(
            "read back",
            Assert.Throws<ArgumentException>(() => new ZXingNetEngine().Encode(Symbology.DataMatrix, Digits(3000))).Message,
            StringComparison.Ordinal);
}
#endif
