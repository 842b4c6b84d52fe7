using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Tests.Decoding;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BarcodePngTests
{
    private readonly BuiltInBarcodeEngine _engine = new();

    [Fact]
    public void Draw_Symbol_HasItsQuietZoneAndItsModules()
    {
        var modules = _engine.Encode(Symbology.DataMatrix, "123456");

        var picture = GreyPicture.Draw(modules, modulePixels: 3, quietModules: 2);

        Assert.Equal((42, 42), (picture.Width, picture.Height));
        Assert.All(
            Enumerable.Range(0, 42 * 42),
            i => Assert.Equal(IsDark(modules, (i % 42 / 3) - 2, (i / 42 / 3) - 2) ? 0 : 255, picture.Dots.Span[i]));
    }

    [DecoderFact]
    public async Task Write_EachSymbology_IsAPngThatReadsBack()
    {
        byte[][] pictures =
        [
            BarcodePng.Write(_engine.Encode(Symbology.Code128, "=A99992600000100")),
            BarcodePng.Write(_engine.Encode(Symbology.DataMatrix, "=A99992600000100")),
            BarcodePng.Write(_engine.Encode(Symbology.DataMatrix, "=A99992600000100", MatrixShape.Rectangle)),
        ];

        var read = await Decoder.ReadPngsAsync(pictures);

        Assert.Equal(["]C0", "]d1", "]d1"], read.Select(picture => Assert.Single(picture.Symbols).Symbology));
        Assert.All(read, picture => Assert.Equal("=A99992600000100", picture.Symbols[0].Text));
    }

    private static bool IsDark(BarcodeModules modules, int x, int y) =>
        x >= 0 && y >= 0 && x < modules.Width && y < modules.Height && modules[x, y];
}
