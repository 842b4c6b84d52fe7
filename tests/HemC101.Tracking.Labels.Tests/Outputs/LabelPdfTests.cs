using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Outputs;

public sealed partial class LabelPdfTests
{
    [PdfFact]
    public void Pdf_EveryKind_HasItsTextForAReader() => Assert.All(Enum.GetValues<LabelKind>(), kind =>
    {
        var words = string.Join('\n', new[] { LabelForm.Default }.Concat(GoldenForm.Of(kind).Where(form => GoldenForm.Furthest.Contains(GoldenForm.NameOf(form)) || GoldenForm.NameOf(form) is "full-name" or "coded"))
            .Select(form => PdfText.WordsOf(LabelSamples.Renderer.Pdf(LabelSamples.Of(kind) with { Form = form }).Bytes)));
        var template = File.ReadAllText(Path.Combine(LabelSamples.LabelsFolder, "templates", NameOf(kind) + ".zpl.liquid"));

        Assert.All(FixedTexts(template), text => Assert.All(text.Split(' '), word => Assert.Contains(word, words, StringComparison.Ordinal)));
        Assert.All(
            LabelSamples.Library.FieldsOf(kind),
            field => Assert.All(LabelSamples.Of(kind).Fields[field].Split(' '), word => Assert.Contains(word, words, StringComparison.Ordinal)));
        Assert.Contains("P-000123", words, StringComparison.Ordinal);
    });

    [PdfFact]
    public async Task Pdf_OfADoseBag_IsOnePageOfTheLabelsSizeWithItsFontsInside()
    {
        var pdf = LabelSamples.Renderer.Pdf(LabelSamples.Of(LabelKind.DoseBagDay1));

        Assert.Equal((100, 100), (pdf.Width, pdf.Height));
        var about = await PdfPicture.DescribeAsync(pdf.Bytes);
        Assert.Matches(@"Pages:\s+1\n", about);
        var size = PageSize().Match(about);
        Assert.Equal((100, 100), (Millimetres(size.Groups[1].Value), Millimetres(size.Groups[2].Value)));
        var fonts = (await PdfPicture.FontsAsync(pdf.Bytes)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"DejaVuSans.*\s+yes\s+yes\s+yes\s", font));
    }

    [Fact]
    public void Pdf_Symbols_AreNoPictures() =>
        Assert.DoesNotContain("/Subtype /Image", System.Text.Encoding.Latin1.GetString(LabelSamples.Renderer.Pdf(LabelSamples.Of(LabelKind.DoseBagDay1)).Bytes), StringComparison.Ordinal);

    /// <summary>The PDF of a label is refused for what its ZPL is refused for.</summary>
    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Pdf_ContentThatIsNoLabel_IsRefusedAsOnThePrinter(LabelKind kind) => Assert.All(LabelSamples.Library.FieldsOf(kind), field =>
    {
        var tooLong = LabelSamples.Showing(kind, field).With(field, string.Join(' ', Enumerable.Repeat("длинно", 200)));
        Assert.Equal(field, Assert.Throws<LabelDoesNotFitException>(() => LabelSamples.Renderer.Pdf(tooLong)).Field);
        Assert.Equal(field, Assert.Throws<LabelFieldMissingException>(() => LabelSamples.Renderer.Pdf(tooLong.With(field, " "))).Field);
    });

    private static double Millimetres(string points) => Math.Round(double.Parse(points, CultureInfo.InvariantCulture) / 72 * 25.4, 1);

    private static string NameOf(LabelKind kind) => LabelSamples.Renderer.Render(LabelSamples.Of(kind)).TemplateName;

    private static IEnumerable<string> FixedTexts(string template) =>
        FixedText().Matches(template).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"Page size:\s+([\d.]+) x ([\d.]+) pts")]
    private static partial Regex PageSize();

    [GeneratedRegex(@"\{\{ '([^']*)' \|")]
    private static partial Regex FixedText();
}
