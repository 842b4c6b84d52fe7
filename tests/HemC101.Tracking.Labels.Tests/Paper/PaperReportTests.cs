using System.Text;
using HemC101.Tracking.Labels.Paper;

namespace HemC101.Tracking.Labels.Tests.Paper;

public sealed class PaperReportTests
{
    private readonly PaperReport _report = new(Fonts);

    private static string Fonts => Path.Combine(Templates.LabelSamples.LabelsFolder, "fonts");

    [Fact]
    public void Write_AShortReport_IsOnePage()
    {
        var pdf = Pdf(_report.Write("Отчёт", [new(PaperStyle.Title, "Цепочка"), new(PaperStyle.Body, ""), new(PaperStyle.Body, "Сбор завершён")]));

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Equal(1, Pages(pdf));
    }

    [Fact]
    public void Write_ManyLines_GoesOnOnFurtherPages() =>
        Assert.InRange(Pages(Pdf(_report.Write("Отчёт", Enumerable.Range(1, 200).Select(i => new PaperLine(PaperStyle.Body, $"Строка {i}"))))), 3, 5);

    [Fact]
    public void Write_AVeryLongWord_IsBrokenAndNotLost() =>
        Assert.InRange(Pages(Pdf(_report.Write("Отчёт", [new(PaperStyle.Body, new string('Ж', 20_000))]))), 4, 20);

    [Fact]
    public void Write_Cyrillic_EmbedsTheFont() =>
        Assert.Contains("DejaVuSans", Pdf(_report.Write("Отчёт", [new(PaperStyle.Body, "Ы")])), StringComparison.Ordinal);

    [Fact]
    public void Write_ControlCharacters_AreBlanks() => Assert.Equal(1, Pages(Pdf(_report.Write("Отчёт", [new(PaperStyle.Body, "a\u001db\n")]))));

    private static string Pdf(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static int Pages(string pdf) => pdf.Split("/Type /Page\n").Length - 1;
}
