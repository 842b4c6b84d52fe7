#if ZXINGNET
using HemC101.Tracking.Labels.Barcodes.ZXingNet;

namespace HemC101.Tracking.Labels.Tests.Barcodes.ZXingNet;

public sealed class ZXingNetReaderTests() : BarcodeReaderContract(new ZXingNetReader());
#endif
