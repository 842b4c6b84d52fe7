using System.Xml.Linq;
using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

public sealed class BarcodeSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly BuiltInBarcodeEngine _engine = new();

    [Fact]
    public void Write_DataMatrix_IsOnePathOnWhiteWithItsQuietZone()
    {
        var svg = XElement.Parse(BarcodeSvg.Write(_engine.Encode(Symbology.DataMatrix, "123456"), modulePixels: 3, quietModules: 2));

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("0 0 42 42", (string?)svg.Attribute("viewBox"));
        Assert.Equal("#fff", (string?)svg.Element(Svg + "rect")!.Attribute("fill"));
        Assert.StartsWith("M6 6h3v3h-3z", (string?)Assert.Single(svg.Elements(Svg + "path")).Attribute("d"), StringComparison.Ordinal);
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name == "style");
    }

    [Fact]
    public void Write_Code128_KeepsTenModulesQuietLeftAndRight()
    {
        var modules = _engine.Encode(Symbology.Code128, "A1");
        var svg = XElement.Parse(BarcodeSvg.Write(modules, modulePixels: 2, quietModules: 0, barHeight: 50));

        Assert.Equal($"0 0 {(modules.Width + 20) * 2} 50", (string?)svg.Attribute("viewBox"));
        Assert.StartsWith("M20 0h4v50h-4z", (string?)svg.Element(Svg + "path")!.Attribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LabelWithMarkup_IsEscaped()
    {
        var svg = XElement.Parse(BarcodeSvg.Write(_engine.Encode(Symbology.DataMatrix, "1"), label: "=<YA0011A0 \"&/\""));

        Assert.Equal("=<YA0011A0 \"&/\"", (string?)svg.Attribute("aria-label"));
    }

    [Theory]
    [InlineData(0, 4, 60)]
    [InlineData(4, -1, 60)]
    [InlineData(4, 4, 0)]
    public void Write_SizeThatDrawsNothing_Throws(int modulePixels, int quietModules, int barHeight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BarcodeSvg.Write(new BarcodeModules(10, 10), modulePixels, quietModules, barHeight));
}
