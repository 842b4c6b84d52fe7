using System.Text.RegularExpressions;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>What a badge's symbol says: whose it is (DS 020), and which of the prints made for that person (DS 036).</summary>
internal sealed partial record Badge(StaffNumber StaffNo, PrintSerial Serial)
{
    /// <returns>Null when the text is no badge: a user name, or another kind of label.</returns>
    public static Badge? Read(string scanned) =>
        Message().Match(scanned.Trim()) is { Success: true } match
        && StaffNumber.TryParse(match.Groups["staff"].Value, out var staffNo)
        && PrintSerial.TryFromPadded(match.Groups["serial"].Value, out var serial)
            ? new(staffNo, serial)
            : null;

    /// <summary>The compound message (DS 023) of two structures, as it stands in the symbol.</summary>
    public static string Text(StaffNumber staffNo, PrintSerial serial) => $"=+02000='{staffNo}&,2{serial.Padded}";

    /// <summary>With or without the scanner's symbology prefix.</summary>
    [GeneratedRegex(@"^(\][A-Za-z][0-9A-Za-z])?(=\+02[0-9]{3})?='(?<staff>[0-9A-Z]{11})&,2(?<serial>[0-9A-Z]{18})$", RegexOptions.CultureInvariant)]
    private static partial Regex Message();
}
