using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

public sealed class SampleLabelTests
{
    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Of_EveryKind_CanBeDrawnInEveryWay(LabelKind kind)
    {
        var sample = SampleLabel.Of(LabelSamples.Library, LabelSamples.Renderer, kind);

        Assert.NotEmpty(LabelSamples.Renderer.Render(sample).Bytes);
        Assert.NotEmpty(LabelSamples.Renderer.Pdf(sample).Bytes);
        Assert.Contains("<svg", LabelSamples.Renderer.Svg(sample), StringComparison.Ordinal);
    }

    /// <summary>A print of a sample lies about like any paper.</summary>
    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Of_EveryKind_NamesNothingThatAStationWouldTake(LabelKind kind)
    {
        var sample = SampleLabel.Of(LabelSamples.Library, LabelSamples.Renderer, kind);

        Assert.All(new[] { sample.Symbol, sample.Linear }.OfType<string>(), code => Assert.IsNotType<Reading.Understood>(BarcodeReader.Read(code)));
    }
}
