using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>
/// DS 032: six digits are one level of division, letters are up to three levels in pairs AA-ZZ, unused ones 00.
/// Where it stands, the product code's own division is 99.
/// </summary>
public sealed record DivisionsValue(string Divisions) : IsbtValue(32)
{
    public override string Content => Divisions;

    protected override Text Value => Same(Divisions);

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        Charset.IsDigits(content) || AreLevels(content) ? new DivisionsValue(content.ToString()) : null;

    private static bool AreLevels(ReadOnlySpan<char> content)
    {
        var ended = false;
        for (var at = 0; at < content.Length; at += 2)
        {
            var unused = content.Slice(at, 2) is "00";
            if (ended ? !unused : !unused && !(char.IsAsciiLetterUpper(content[at]) && char.IsAsciiLetterUpper(content[at + 1])))
            {
                return false;
            }

            ended = unused;
        }

        return true;
    }
}
