using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>
/// Field data of symbols. Two escapes stack, undone by the printer in this order: <c>^FH\</c> turns <c>\5E</c> into a character,
/// then <c>^BX</c> (quality 200, escape <c>_</c>) turns <c>_1</c> into FNC1 and <c>__</c> into an underscore.
/// </summary>
internal static class SymbolData
{
    /// <summary>Between GS1 elements a reader reports FNC1 as this.</summary>
    public const char Separator = '\x1D';

    public const string Hex = @"^FH\^FD";

    public static string ForDataMatrix(string payload, bool gs1)
    {
        var escaped = payload.Replace("_", "__", StringComparison.Ordinal).Replace(Separator.ToString(), "_1", StringComparison.Ordinal);
        return HexEscape(gs1 ? "_1" + escaped : escaped);
    }

    public static string ForCode128(string payload) => HexEscape(payload);

    /// <summary>Only what is harmless in every ZPL dialect stays readable.</summary>
    private static string HexEscape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped = char.IsAsciiLetterOrDigit(c) || " =&|-/.,:+%<>();?!*'_".Contains(c, StringComparison.Ordinal)
                ? escaped.Append(c)
                : escaped.Append('\\').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
