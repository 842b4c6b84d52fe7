using System.Globalization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>What a scanner would read from the Data Matrix symbols of a ZPL job; two escapes are undone, as the printer does.</summary>
internal static partial class ZplSymbols
{
    private const string Separator = "\u001D";

    public static IEnumerable<string> In(string zpl) => DataMatrix().Matches(zpl).Select(match => Read(match.Groups["data"].Value));

    private static string Read(string data)
    {
        var text = HexEscape().Replace(data, match => ((char)byte.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        var functions = Function().Replace(text, match => match.Value == "__" ? "_" : Separator);
        return functions.StartsWith(Separator, StringComparison.Ordinal) ? functions[1..] : functions;
    }

    [GeneratedRegex(@"\^BX[^^]*\^FH\\\^FD(?<data>.*?)\^FS", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex DataMatrix();

    [GeneratedRegex(@"\\([0-9A-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex HexEscape();

    [GeneratedRegex("__|_1", RegexOptions.CultureInvariant)]
    private static partial Regex Function();
}
