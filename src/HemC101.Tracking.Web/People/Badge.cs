using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.People;

/// <summary>What a badge's symbol says: whose it is (DS 020), and which of the prints made for that person (DS 036).</summary>
internal sealed record Badge(StaffNumber StaffNo, PrintSerial Serial)
{
    /// <returns>Null when the text is no badge: a user name, or another kind of label.</returns>
    public static Badge? Read(string scanned) =>
        BarcodeReader.Read(scanned) is Reading.Understood { Code: StaffCode { BadgeSerial: { } serial } staff } ? new(staff.Staff, serial) : null;

    /// <summary>The compound message (DS 023) of two structures, as it stands in the symbol.</summary>
    public static string Text(StaffNumber staffNo, PrintSerial serial) => $"=+02000='{staffNo}&,2{serial.Padded}";
}
