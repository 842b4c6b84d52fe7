using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>A change of a golden file is a change of paper and is reviewed as one: look at the picture of the label first.</summary>
public sealed partial class GoldenLabelTests
{
    /// <summary>One of each size and make.</summary>
    public static TheoryData<LabelKind> Finer => [LabelKind.DoseBagDay1, LabelKind.CassetteDay2, LabelKind.Wristband, LabelKind.TestTube, LabelKind.TransportContainer, LabelKind.Quarantine];

    public static TheoryData<LabelKind> Single => [LabelKind.DoseBagDay1, LabelKind.CassetteDay1];

    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Render_Sample_IsTheGoldenLabel(LabelKind kind) => Compare(LabelSamples.Renderer.Render(LabelSamples.Of(kind)), "golden");

    /// <summary>Every identity mode, profile and language in which the label is another one.</summary>
    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Render_EveryOtherForm_IsItsGoldenLabel(LabelKind kind) => Assert.All(GoldenForm.Of(kind), form =>
        Compare(LabelSamples.Renderer.Render(LabelSamples.Of(kind) with { Form = form }), Path.Combine("golden", GoldenForm.NameOf(form))));

    /// <summary>The fullest and the emptiest.</summary>
    [Theory]
    [InlineData(LabelKind.DoseBagDay1, LabelIdentityMode.FullName, LabelProfile.Bmcp180, true)]
    [InlineData(LabelKind.PostThaw, LabelIdentityMode.FullName, LabelProfile.Imp, true)]
    [InlineData(LabelKind.CollectionBag, LabelIdentityMode.Coded, LabelProfile.Imp, false)]
    public void Render_AnotherFormAt300Dpi_IsItsGoldenLabel(LabelKind kind, LabelIdentityMode identity, LabelProfile profile, bool english)
    {
        var form = new LabelForm(identity, profile, english);

        Compare(LabelSamples.Renderer.Render(LabelSamples.Of(kind) with { Form = form }, PrintDensity.Dpi300), Path.Combine("golden", "300dpi", GoldenForm.NameOf(form)));
    }

    /// <summary>The only bag of its batch does not say that there is a second.</summary>
    [Theory]
    [MemberData(nameof(Single))]
    public void Render_OfASingleDose_IsItsGoldenLabel(LabelKind kind) =>
        Compare(LabelSamples.Renderer.Render(LabelSamples.SingleDose(kind)), Path.Combine("golden", "single-dose"));

    /// <summary>No file lies there that no label is held against.</summary>
    [Fact]
    public void Golden_EveryFile_IsOfAKindInAFormOfItsOwn() => Assert.Equal(
        Enum.GetValues<LabelKind>().Sum(kind => 1 + GoldenForm.Of(kind).Count()) + Single.Count, GoldenFile.All.Count(golden => !golden.Name.StartsWith("300dpi", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Finer))]
    public void Render_At300Dpi_IsTheGoldenLabel(LabelKind kind) =>
        Compare(LabelSamples.Renderer.Render(LabelSamples.Of(kind), PrintDensity.Dpi300), Path.Combine("golden", "300dpi"));

    /// <summary>The same paper: as large in millimetres, and the same said in its symbols.</summary>
    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Render_At300Dpi_IsAsLargeAndSaysTheSame(LabelKind kind)
    {
        var content = LabelSamples.Of(kind);
        var (coarse, fine) = (LabelSamples.Renderer.Render(content), LabelSamples.Renderer.Render(content, PrintDensity.Dpi300));

        Assert.Equal(Millimetres("PW", Text(coarse)), Millimetres("PW", Text(fine), dotsPerMm: 12));
        Assert.Equal(Millimetres("LL", Text(coarse)), Millimetres("LL", Text(fine), dotsPerMm: 12));
        Assert.Equal(coarse.TemplateVersion, fine.TemplateVersion);
        Assert.NotEqual(coarse.Sha256, fine.Sha256);
    }

    private static void Compare(RenderedLabel label, string folder)
    {
        var golden = Path.Combine(LabelSamples.LabelsFolder, folder, label.TemplateName + ".zpl");
        var received = Path.ChangeExtension(golden, ".received.zpl");
        Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
        File.Delete(received);
        if (!File.Exists(golden) || !File.ReadAllBytes(golden).AsSpan().SequenceEqual(label.Bytes))
        {
            File.WriteAllBytes(received, label.Bytes);
            Assert.Fail($"{label.TemplateName} differs from its golden file. Compare with {received}.");
        }
    }

    [DecoderFact]
    public async Task Golden_ReadByADecoder_SaysItsPayloads()
    {
        var contents = Enum.GetValues<LabelKind>().Select(LabelSamples.Of).ToList();
        var labels = contents.ConvertAll(content => Text(LabelSamples.Renderer.Render(content)));
        var answers = await Decoder.ReadZplAsync(labels.Select(zpl => (zpl, (double)Millimetres("PW", zpl), (double)Millimetres("LL", zpl))), dotsPerMm: 8);
        Assert.Equal(contents.Count, answers.Count);
        foreach (var (content, read) in contents.Zip(answers))
        {

            var expected = new List<(string, string)> { (content.Gs1 ? "]d2" : "]d1", content.Symbol) };
            if (content.Linear is { } linear)
            {
                expected.Add(("]C0", linear));
            }

            Assert.Equal(expected, read.Symbols.Select(s => (s.Symbology, s.Text)).OrderByDescending(s => s.Symbology, StringComparer.Ordinal));
            Assert.All(read.Symbols, symbol => Assert.Null(symbol.Error));
        }
    }

    private static string Text(RenderedLabel label) => System.Text.Encoding.UTF8.GetString(label.Bytes);

    private static int Millimetres(string command, string zpl, int dotsPerMm = 8) =>
        int.Parse(Size().Matches(zpl).First(m => m.Groups[1].Value == command).Groups[2].ValueSpan, CultureInfo.InvariantCulture) / dotsPerMm;

    [GeneratedRegex(@"\^(PW|LL)(\d+)")]
    private static partial Regex Size();
}
