using HemC101.Tracking.Labels.Barcodes;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Paper;

/// <summary>
/// Paragraphs and tables on A4 as PDF with embedded fonts, so that it reads the same on every machine and its text can be searched; each
/// page says which one of the report it is.
/// </summary>
/// <param name="fontsDirectory">Holds <c>DejaVuSans.ttf</c> and <c>DejaVuSans-Bold.ttf</c>.</param>
public sealed class PaperReport(string fontsDirectory)
{
    private const float RuleWidth = 0.4f;

    public byte[] Write(string title, IEnumerable<PaperLine> lines) => Write(new PaperSheet(title), [.. lines]);

    /// <param name="sheet">What is the same on every page.</param>
    /// <param name="blocks">From the top; laid out twice, since each page says how many there are.</param>
    public byte[] Write(PaperSheet sheet, IReadOnlyList<PaperBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var fonts = new PaperFonts(fontsDirectory);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true, StrokeWidth = RuleWidth };
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { Title = sheet.Title }))
        {
            var (pages, page) = (new PaperLayout(sheet, fonts).Pages(blocks).Count(), 0);
            foreach (var placed in new PaperLayout(sheet, fonts).Pages(blocks))
            {
                Draw(document.BeginPage(sheet.Width, sheet.Height), sheet, placed, $"{sheet.Title} · {sheet.PageOf(++page, pages)}", fonts, ink);
                document.EndPage();
            }

            document.Close();
        }

        return bytes.ToArray();
    }

    private static void Draw(SKCanvas canvas, PaperSheet sheet, List<Placed> page, string foot, PaperFonts fonts, SKPaint ink)
    {
        foreach (var (x, y, text, font, symbol) in page)
        {
            if (symbol is not null)
            {
                Draw(canvas, symbol, x, y, ink);
            }
            else if (text.Length == 0)
            {
                canvas.DrawLine(x, y, x + sheet.TextWidth, y, ink);
            }
            else
            {
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, ink);
            }
        }

        canvas.DrawText(PaperFonts.Wrap(foot, fonts.Foot, sheet.TextWidth)[0], PaperSheet.Left, sheet.FootLine, SKTextAlign.Left, fonts.Foot, ink);
        canvas.DrawText(PaperFonts.Wrap(sheet.Under, fonts.Foot, sheet.TextWidth)[0], PaperSheet.Left, sheet.UnderLine, SKTextAlign.Left, fonts.Foot, ink);
    }

    /// <summary>One path, so that no light line shows between two modules.</summary>
    private static void Draw(SKCanvas canvas, BarcodeModules symbol, float left, float top, SKPaint ink)
    {
        using var outline = new SKPathBuilder();
        for (var y = 0; y < symbol.Height; y++)
        {
            foreach (var (x, length) in symbol.DarkRuns(y))
            {
                outline.AddRect(SKRect.Create(left + (x * PaperSheet.Module), top + (y * PaperSheet.Module), length * PaperSheet.Module, PaperSheet.Module));
            }
        }

        using var path = outline.Detach();
        canvas.DrawPath(path, ink);
    }
}
