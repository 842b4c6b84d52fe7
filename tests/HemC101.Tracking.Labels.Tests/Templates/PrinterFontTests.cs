using System.Text;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>A template that leaves letters to a font which the hospital has loaded into its printers.</summary>
public sealed class PrinterFontTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("labels");
    private readonly LabelRenderer _renderer;

    public PrinterFontTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(LabelSamples.LabelsFolder, "templates")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        File.WriteAllText(
            Path.Combine(_folder.FullName, "house-thing.zpl.liquid"),
            """
            ^XA^CI28^PW400^LL200
            {{ name | printer_text: 'E:ARIAL.TTF', 8, 8, 180, 90, 20, 'centre' }}
            {{ code | text: 8, 100, 180, 30, 18 }}{{ serial | text: 8, 140, 180, 30, 18 }}{{ symbol | data_matrix: 250, 20, 4 }}
            ^XZ
            """);
        _renderer = new(TemplateLibrary.Load(_folder.FullName), Path.Combine(LabelSamples.LabelsFolder, "fonts"));
    }

    public void Dispose()
    {
        _renderer.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Render_TextInAPrintersFont_IsSentAsLetters_LineByLine()
    {
        var zpl = Zpl(Thing("Шкаф у окна, верхняя полка"));

        Assert.Contains("^A@N,20,20,E:ARIAL.TTF^FB180,1,0,C^FH_^FDШкаф у окна,^FS^FT8,", zpl, StringComparison.Ordinal);
        Assert.Contains("^FDверхняя полка^FS", zpl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Шкаф^XZ^XA")]
    [InlineData("Шкаф~JR")]
    [InlineData("Шкаф_5EXZ")]
    [InlineData(@"Шкаф\&x")]
    public void Render_CommandsInAValue_StayLetters(string name)
    {
        var data = Assert.Single(ZplCommand.Of(Zpl(Thing(name))), command => command.Name == "FD" && command.Rest.StartsWith("Шкаф", StringComparison.Ordinal)).Rest;

        Assert.DoesNotContain('~', data);
        Assert.Equal(name.Replace(@"\", @"\\", StringComparison.Ordinal), PrinterFont.Read(data));
    }

    [Fact]
    public void Render_For300Dpi_GrowsWithTheLabel() => Assert.Contains(
        "^A@N,30,30,E:ARIAL.TTF^FB270,1", Encoding.UTF8.GetString(_renderer.Render(Thing("Шкаф"), PrintDensity.Dpi300).Bytes), StringComparison.Ordinal);

    [Fact]
    public void Render_TextThatDoesNotFit_IsRefusedAsInOurFont() =>
        Assert.Throws<LabelDoesNotFitException>(() => _renderer.Render(Thing(string.Join(' ', Enumerable.Repeat("длинно", 60)))));

    /// <summary>The letters themselves only the printer knows.</summary>
    [Fact]
    public void Picture_FramesWhereThePrinterDraws()
    {
        var label = ZplRaster.Draw(_renderer.Render(Thing("Шкаф")).Bytes);

        Assert.Equal(0, label.Dots.Span[Enumerable.Range(0, label.Height).First(y => label.Dots.Span[(y * label.Width) + 8] == 0) * label.Width + 100]);
    }

    [PdfFact]
    public void Pdf_ShowsTheTextInOurFont() =>
        Assert.Contains("Криохранилище", PdfText.WordsOf(_renderer.Pdf(LabelSamples.Of(LabelKind.HouseThing)).Bytes), StringComparison.Ordinal);

    private static LabelContent Thing(string name) => LabelSamples.Of(LabelKind.HouseThing).With("name", name);

    private string Zpl(LabelContent content) => Encoding.UTF8.GetString(_renderer.Render(content).Bytes);
}
