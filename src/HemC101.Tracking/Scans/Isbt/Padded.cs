namespace HemC101.Tracking.Scans.Isbt;

/// <summary>
/// Contents filled with zeros on the left: <c>00395A</c> and <c>395A</c> may be the same thing, or a lot may really begin with a zero.
/// What is compared is the content as it stands; what people see is trimmed.
/// </summary>
internal static class Padded
{
    public static string Trim(string content) => content.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
}
