using System.Globalization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>
/// A template written for 203 dpi (8 dots to the millimetre), said in the dots of another print head: every length grows, so that the label
/// stays as large. Modules of symbols stay whole dots, the next smaller number of them.
/// </summary>
internal static partial class DotScale
{
    /// <summary>Commands without lengths, or with lengths that are known here.</summary>
    private static readonly HashSet<string> Known = ["XA", "XZ", "FX", "FS", "CI", "PW", "LL", "LH", "FO", "GB", "GC", "PR", "MD", "MM", "MN", "MT"];

    public static string Apply(string file, string source, PrintDensity density)
    {
        if (density == PrintDensity.Dpi203)
        {
            return source;
        }

        foreach (Match command in Command().Matches(Remark().Replace(source, "")))
        {
            if (!Known.Contains(command.Groups[1].Value))
            {
                throw new TemplateException(file, 1, $"^{command.Groups[1].Value} has lengths that cannot be said for another print head. Use ^FO, ^GB, ^GC and the places in double braces.");
            }
        }

        var lengths = Lengths().Replace(source, match => match.Groups["command"].Value + Scaled(match.Groups["numbers"].Value, density));
        var texts = Text().Replace(lengths, match => match.Groups["filter"].Value + Scaled(match.Groups["numbers"].Value, density));
        return Symbol().Replace(texts, match => match.Groups["filter"].Value + Scaled(match.Groups["numbers"].Value, density));
    }

    /// <summary>Rounded down, so that nothing that lay on the label leaves it.</summary>
    private static string Scaled(string numbers, PrintDensity density) => Number().Replace(
        numbers, match => (int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) * density.DotsPerMm() / 8).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\^([A-Z][A-Z0-9@])")]
    private static partial Regex Command();

    [GeneratedRegex(@"\^FX[^^]*")]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<command>\^(?:PW|LL|LH|FO|GB|GC))(?<numbers>\d+(?:,\d+){0,2})")]
    private static partial Regex Lengths();

    [GeneratedRegex(@"(?<filter>\|\s*(?:text\s*:|printer_text\s*:\s*'[^']*'\s*,))(?<numbers>[^'|}]*)")]
    private static partial Regex Text();

    /// <summary>Place, of a Code 128 also its height, and the module. What follows counts modules.</summary>
    [GeneratedRegex(@"(?<filter>\|\s*data_matrix\s*:)(?<numbers>(?:\s*\d+\s*,){2}\s*\d+)|(?<filter>\|\s*code128\s*:)(?<numbers>(?:\s*\d+\s*,){3}\s*\d+)")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
