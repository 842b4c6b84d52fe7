using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>
/// A font that the hospital has loaded into its printers, by the name it has there (<c>^A@</c> of the ZPL II guide, with the character set
/// <c>^CI28</c>). Type and lines are chosen by our own font; whether the printer has it, and how wide it runs, only the printer knows.
/// </summary>
internal static partial class PrinterFont
{
    /// <exception cref="ArgumentException">This is no name of a font in a printer's memory, or white on black is wanted.</exception>
    public static void Require(string font, TextStyle style)
    {
        if (!Name().IsMatch(font))
        {
            throw new ArgumentException($"'{font}' is not a printer's font: write its drive and name, such as 'E:ARIAL.TTF'.");
        }

        if (style.Inverse)
        {
            throw new ArgumentException("A printer's own font is black on white; for the style 'inverse' use text.");
        }
    }

    /// <summary>A field for each line, on its baseline.</summary>
    public static string Write(string font, TextBox box, TextLayout layout)
    {
        var zpl = new StringBuilder();
        var place = box.Style.Centre ? 'C' : box.Style.Right ? 'R' : 'L';
        for (var line = 0; line < layout.Lines.Count; line++)
        {
            zpl.Append(
                CultureInfo.InvariantCulture,
                $"^FT{box.X},{box.Y + (int)layout.First + (line * (int)layout.Pitch)}^A@N,{layout.Size},{layout.Size},{font}^FB{box.Width},1,0,{place}^FH_^FD{Escaped(layout.Lines[line])}^FS");
        }

        return zpl.ToString();
    }

    /// <summary>The way back of what <see cref="Write"/> did to a text.</summary>
    public static string Read(string data) => Hex().Replace(data, match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString());

    /// <summary>What would end the field, command the printer or be taken for an escape; <c>\</c> means something in a block.</summary>
    private static string Escaped(string text) => Special().Replace(text, match => $"_{(int)match.Value[0]:X2}").Replace("_5C", "_5C_5C", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Z]:[A-Z0-9_-]{1,16}\.(?:TTF|TTE|FNT)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\^~_\\]")]
    private static partial Regex Special();

    [GeneratedRegex("_([0-9A-F]{2})")]
    private static partial Regex Hex();
}
