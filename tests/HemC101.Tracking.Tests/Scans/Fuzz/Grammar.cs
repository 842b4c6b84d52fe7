using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans.Fuzz;

/// <summary>The same standards written down a second time, as patterns: slow, and sharing nothing with the reader.</summary>
internal static partial class Grammar
{
    private const string Facility = "[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}";
    private const string Day = "0[0-9]{2}(00[1-9]|0[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])";
    private const string Clock = "([01][0-9]|2[0-3])[0-5][0-9]";

    private const string Structure =
        $"(={Facility}[0-9]{{8}}[0-9A-HJ-NPR-Y]{{2}}"
        + "|=%([0-9A-Z]{2}|M[a-z])[0-9A-Z]0"
        + "|=<[A-Z][0-9A-Z]{4}[0-9A-Za-z]([0-9]{2}|[A-Z][0a-z])"
        + $"|=[>*}}]{Day}|&[>*}}]{Day}{Clock}"
        + "|=\\)[1-9yz][0-9A-Z]{9}|&\\)[0-9A-Z]{10}"
        + $"|=;{Facility}[0-9A-Z]{{16}}|='{Facility}[0-9A-Z]{{6}}"
        + "|=-[0-9A-Z]{10}|&-[0-9A-Z]{10}"
        + "|=#[0-9]{6}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])|&#[0-9]{4}[0-9A-Za-z]+?"
        + $"|=\\${Facility}[0-9]{{11}}"
        + $"|=\\([12]00[1-6][0-9]{{4}}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]){Clock}"
        + "|=,([0-9]{6}|[A-Z]{2}([A-Z]{4}|[A-Z]{2}00|0000))"
        + $"|&\\+{Facility}[0-9A-Z]{{6}}|=/{Facility}[0-9A-Z]{{6}}[A-Z][0-9A-Z]{{4}}"
        + "|&,[12][0-9A-Z]{18}"
        + $"|&/CH{Facility}[0-9]{{2}}[0-9A-Z]{{6}})";

    public static bool Allows(string canonical, CodeFamily family) => family switch
    {
        CodeFamily.Isbt128 => Isbt(canonical),
        CodeFamily.House => House().IsMatch(canonical),
        CodeFamily.Rfid => Rfid().IsMatch(canonical),
        CodeFamily.Gs1 => Gs1().IsMatch(canonical) || Link().IsMatch(canonical),
    };

    private static bool Isbt(string text) =>
        Message().Match(text) is { Success: true } message
            ? message.Groups["structure"].Captures.Count == int.Parse(message.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)
            : Linear().IsMatch(text);

    [GeneratedRegex(@"\A=\+(?<count>[0-9]{2})000(?<structure>" + Structure + @")+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    [GeneratedRegex(@"\A" + Structure + "{1,2}" + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Linear();

    [GeneratedRegex(@"\A(E0[0-9A-F]{14}|E2[0-9A-F]{22})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfid();

    [GeneratedRegex(@"\A&[elmtsw][0-9A-Z]{10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(@"\A(\][CdQeJ][0-9])?[0-9]{2}[!-?A-Z_a-z\u001D]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Gs1();

    [GeneratedRegex(@"\A(\][CdQeJ][0-9])?(https?|HTTPS?)://[!-~]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
