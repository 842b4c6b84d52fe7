using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>The letters of one SVG, each drawn once in the font's own units and used by its number.</summary>
internal sealed class GlyphBook(LabelFonts fonts)
{
    private readonly HashSet<(bool Bold, ushort Glyph)> _known = [];
    private readonly StringBuilder _definitions = new();

    public StringBuilder Definitions => _definitions;

    public SKTypeface Face(bool bold) => fonts.Face(bold);

    public int UnitsPerEm(bool bold) => Face(bold).UnitsPerEm;

    public void Append(StringBuilder into, string line, bool bold)
    {
        using var font = LabelFonts.Exact(Face(bold), UnitsPerEm(bold));
        var glyphs = font.GetGlyphs(line);
        var steps = font.GetGlyphWidths(glyphs);
        var x = 0f;
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (Define(font, bold, glyphs[i]))
            {
                into.Append(CultureInfo.InvariantCulture, $"<use href=\"#{Name(bold, glyphs[i])}\" x=\"{x:0}\"/>");
            }

            x += steps[i];
        }
    }

    /// <returns>False for a blank.</returns>
    private bool Define(SKFont font, bool bold, ushort glyph)
    {
        using var path = font.GetGlyphPath(glyph);
        if (path is null || path.IsEmpty)
        {
            return false;
        }

        if (_known.Add((bold, glyph)))
        {
            _definitions.Append(CultureInfo.InvariantCulture, $"<path id=\"{Name(bold, glyph)}\" d=\"{path.ToSvgPathData()}\"/>");
        }

        return true;
    }

    private static string Name(bool bold, ushort glyph) => string.Create(CultureInfo.InvariantCulture, $"{(bold ? 'b' : 'r')}{glyph}");
}
