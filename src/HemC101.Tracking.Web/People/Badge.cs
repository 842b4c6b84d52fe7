using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>What a badge's symbol says: whose it is, and which of the prints made for that person.</summary>
internal sealed record Badge(StaffNumber StaffNo, PrintSerial Serial)
{
    /// <returns>Null when the text is no badge: a user name, or another kind of label.</returns>
    public static Badge? Read(string scanned)
    {
        var text = scanned.Trim();
        return text.Length == 34
            && text.StartsWith("='", StringComparison.Ordinal)
            && text[13..16] == "&,2"
            && StaffNumber.TryParse(text[2..13], null, out var staffNo)
            && PrintSerial.TryParse(text[16..], null, out var serial)
            ? new(staffNo, serial)
            : null;
    }

    public static string Text(StaffNumber staffNo, PrintSerial serial) => $"='{staffNo}&,2{serial}";
}
