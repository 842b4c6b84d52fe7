using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Paper;

/// <summary>Type in which a report is set, and lines broken to fit a width.</summary>
internal sealed class PaperFonts : IDisposable
{
    private const float Leading = 1.35f;

    private readonly LabelFonts _faces;
    private readonly SKFont[] _fonts;

    public PaperFonts(string directory)
    {
        _faces = new LabelFonts(directory);
        _fonts = [.. Enum.GetValues<PaperStyle>().Select(style => Exact(IsBold(style), SizeOf(style)))];
        Head = Exact(bold: true, SizeOf(PaperStyle.Small));
        Foot = Exact(bold: false, PaperSheet.FootSize);
    }

    /// <summary>Of the columns of a table.</summary>
    public SKFont Head { get; }

    public SKFont Foot { get; }

    public SKFont Of(PaperStyle style) => _fonts[(int)style];

    /// <summary>Baseline to baseline.</summary>
    public static float Pitch(SKFont font) => font.Size * Leading;

    /// <summary>
    /// The lines of a text, at least one: broken at blanks, a word longer than the line anywhere in it. What would be invisible or turn the
    /// reading about is a blank, and what the font does not have is said by its code point, so that nothing is hidden in a print.
    /// </summary>
    public static List<string> Wrap(string text, SKFont font, float width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = Printable(paragraph, font);
            do
            {
                var fits = rest.Length == 0 ? 0 : Math.Max(1, font.BreakText(rest, width));
                if (fits < rest.Length && rest.LastIndexOf(' ', fits - 1) is var blank and > 0)
                {
                    fits = blank + 1;
                }
                else if (fits < rest.Length && char.IsHighSurrogate(rest[fits - 1]))
                {
                    fits = fits > 1 ? fits - 1 : fits + 1;
                }

                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }
            while (rest.Length > 0);
        }

        return lines;
    }

    public void Dispose()
    {
        Array.ForEach(_fonts, font => font.Dispose());
        Head.Dispose();
        Foot.Dispose();
        _faces.Dispose();
    }

    private SKFont Exact(bool bold, float size) => LabelFonts.Exact(_faces.Face(bold), size);

    private static string Printable(string text, SKFont font)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                printable.Append(' ');
            }
            else if (font.ContainsGlyph(rune.Value))
            {
                printable.Append(rune);
            }
            else
            {
                printable.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            }
        }

        return printable.ToString();
    }

    private static bool IsBold(PaperStyle style) => style is PaperStyle.Huge or PaperStyle.Title or PaperStyle.Heading;

    private static float SizeOf(PaperStyle style) => style switch
    {
        PaperStyle.Huge => 26,
        PaperStyle.Title => 16,
        PaperStyle.Heading => 11,
        PaperStyle.Body => 9,
        PaperStyle.Small => 7.5f,
    };
}
