#if ZXINGNET
using HemC101.Tracking.Labels.Barcodes.ZXingNet;
#endif

namespace HemC101.Tracking.Labels.Barcodes;

public static class BarcodeEngines
{
    /// <summary>The engine this build was made with: our own, or ZXing.Net after <c>-p:BarcodeEngine=ZXingNet</c>.</summary>
    public static IBarcodeEngine Create() =>
#if ZXINGNET
        new ZXingNetEngine();
#else
        new BuiltInBarcodeEngine();
#endif

    /// <summary>Null in a build with our own engine, which writes only: there pictures are read in the browser.</summary>
    public static IBarcodeReader? CreateReader() =>
#if ZXINGNET
        new ZXingNetReader();
#else
        null;
#endif
}
