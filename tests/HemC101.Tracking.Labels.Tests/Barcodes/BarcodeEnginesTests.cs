using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BarcodeEnginesTests
{
#if ZXINGNET
    private const string Built = "ZXingNetEngine ZXingNetReader";
#else
    private const string Built = "BuiltInBarcodeEngine none";
#endif

    [Fact]
    public void Create_ThisBuild_IsTheEngineItWasMadeWith() =>
        Assert.Equal(Built, $"{BarcodeEngines.Create().GetType().Name} {BarcodeEngines.CreateReader()?.GetType().Name ?? "none"}");
}
