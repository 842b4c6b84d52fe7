using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Rows as RFC 4180 writes them. No cell is a formula to a spreadsheet, whichever sign it takes for the end of a cell.</summary>
internal static partial class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\";\r\n\t'");

    /// <summary>With the mark that tells spreadsheets the encoding.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>A whole table that fits into memory, as a file.</summary>
    public static byte[] File(IEnumerable<IEnumerable<string>> rows) => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(string.Concat(rows.Select(Row)))];

    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>An apostrophe before the sign makes a spreadsheet show what it would otherwise run.</summary>
    private static string Cell(string text)
    {
        var harmless = Formula().Replace(text, "$1'$2");
        return harmless.AsSpan().ContainsAny(Quoted) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    [GeneratedRegex("""((?:^|[;\t\r\n])[ "\u00A0]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])""", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
