using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Paper;

/// <summary>Text on A4 as PDF with embedded fonts, so that it reads the same on every machine; each page says which one of the report it is.</summary>
/// <param name="fontsDirectory">Holds <c>DejaVuSans.ttf</c> and <c>DejaVuSans-Bold.ttf</c>.</param>
public sealed class PaperReport(string fontsDirectory)
{
    /// <summary>A4 in points.</summary>
    private const float Width = 595;

    private const float Height = 842;
    private const float Margin = 48;
    private const float Pitch = 1.35f;
    private const float FootSize = 8;

    /// <param name="title">Of the document and at the foot of each page.</param>
    /// <param name="lines">From the top.</param>
    public byte[] Write(string title, IEnumerable<PaperLine> lines)
    {
        using var fonts = new LabelFonts(fontsDirectory);
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { Title = title }))
        {
            var pages = Paginate(lines.SelectMany(line => Wrapped(line, fonts)));
            for (var page = 0; page < pages.Count; page++)
            {
                Draw(document.BeginPage(Width, Height), pages[page], $"{title} · {page + 1}/{pages.Count}", fonts);
                document.EndPage();
            }

            document.Close();
        }

        return bytes.ToArray();
    }

    private static (float Size, bool Bold) Of(PaperStyle style) => style switch
    {
        PaperStyle.Title => (16, true),
        PaperStyle.Heading => (11, true),
        PaperStyle.Body => (9, false),
        PaperStyle.Small => (7.5f, false),
    };

    private static SKFont FontOf(PaperStyle style, LabelFonts fonts) => new(fonts.Face(Of(style).Bold), Of(style).Size);

    private static IEnumerable<PaperLine> Wrapped(PaperLine line, LabelFonts fonts)
    {
        using var font = FontOf(line.Style, fonts);
        var rest = string.Concat(line.Text.Select(c => char.IsControl(c) ? ' ' : c));
        do
        {
            var fits = rest.Length == 0 ? 0 : Math.Max(1, font.BreakText(rest, Width - (2 * Margin)));
            if (fits < rest.Length && rest.LastIndexOf(' ', fits - 1) is var blank and > 0)
            {
                fits = blank + 1;
            }

            yield return line with { Text = rest[..fits] };
            rest = rest[fits..];
        }
        while (rest.Length > 0);
    }

    private static List<List<PaperLine>> Paginate(IEnumerable<PaperLine> lines)
    {
        var pages = new List<List<PaperLine>> { new() };
        var down = Margin;
        foreach (var line in lines)
        {
            var height = Of(line.Style).Size * Pitch;
            if (down + height > Height - Margin - FootSize)
            {
                pages.Add([]);
                down = Margin;
            }

            pages[^1].Add(line);
            down += height;
        }

        return pages;
    }

    private static void Draw(SKCanvas canvas, List<PaperLine> lines, string foot, LabelFonts fonts)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        var down = Margin;
        foreach (var line in lines)
        {
            using var font = FontOf(line.Style, fonts);
            down += font.Size * Pitch;
            canvas.DrawText(line.Text, Margin, down, SKTextAlign.Left, font, ink);
        }

        using var small = new SKFont(fonts.Face(bold: false), FootSize);
        canvas.DrawText(foot, Margin, Height - (Margin / 2), SKTextAlign.Left, small, ink);
    }
}
