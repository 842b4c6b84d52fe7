using System.Globalization;
using System.Xml.Linq;
using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Outputs;

public sealed class LabelSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Svg_EveryKind_IsWellFormedAndUsesNoLetterItDoesNotDraw(LabelKind kind)
    {
        var svg = XDocument.Parse(LabelSamples.Renderer.Svg(LabelSamples.Of(kind))).Root!;

        var drawn = svg.Element(Svg + "defs")!.Elements().Select(path => "#" + path.Attribute("id")!.Value).ToHashSet();
        var used = svg.Descendants(Svg + "use").Select(use => use.Attribute("href")!.Value).ToList();
        Assert.NotEmpty(used);
        Assert.Equal(drawn.Order(), used.Distinct().Order());
        Assert.Empty(svg.DescendantsAndSelf().Attributes("style"));
    }

    [Fact]
    public void Svg_OfADoseBag_HasItsSizeInMillimetresAndItsTextForThoseWhoHearIt()
    {
        var svg = XDocument.Parse(LabelSamples.Renderer.Svg(LabelSamples.Of(LabelKind.DoseBagDay1))).Root!;

        Assert.Equal(("100mm", "0 0 800 800"), (svg.Attribute("width")!.Value, svg.Attribute("viewBox")!.Value));
        Assert.Contains("ДОЗА 1 из 2 – ДЕНЬ 1", svg.Element(Svg + "desc")!.Value.Split('\n'));
    }

    [Fact]
    public void Svg_HostileText_StaysText()
    {
        var svg = LabelSamples.Renderer.Svg(LabelSamples.Of(LabelKind.HouseThing).With("name", "</desc><script>alert(1)</script>"));

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", XDocument.Parse(svg).Root!.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    /// <summary>Numbers of another culture would be no numbers of SVG.</summary>
    [Fact]
    public void Svg_UnderRussianCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = LabelSamples.Renderer.Svg(LabelSamples.Of(LabelKind.DoseBagDay2));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
            Assert.Equal(expected, LabelSamples.Renderer.Svg(LabelSamples.Of(LabelKind.DoseBagDay2)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
