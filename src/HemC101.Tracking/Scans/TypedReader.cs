using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>A bare identifier as a person types it from a label. Only the check character K makes it acceptable.</summary>
internal static class TypedReader
{
    private const string Cyrillic = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    public static Reading Read(string text)
    {
        var typed = Clean(text);
        if (typed is ['&', ..])
        {
            return House(typed);
        }

        if (typed.Length < 2)
        {
            return new Reading.Unreadable(ReadingReasons.Nothing);
        }

        if (Identify(typed[..^1]) is { } code)
        {
            return CheckCharacter.Matches(typed.AsSpan(0, typed.Length - 1), typed[^1])
                ? new Reading.Understood(code, typed[..^1], LayoutCorrected: false, Typed: true)
                : new Reading.Unreadable(ReadingReasons.WrongCheck);
        }

        return new Reading.Unreadable(
            Identify(typed) is not null ? ReadingReasons.CheckNeeded
            : typed.Length == 15 && DonationNumber.TryParse(typed[..13], out _) && IsbtStructures.AreFlags(typed[13..]) ? ReadingReasons.DroppedIdentifiers
            : ReadingReasons.Nothing);
    }

    private static Reading House(string typed)
    {
        var text = typed.Length > 1 ? $"&{char.ToLowerInvariant(typed[1])}{typed[2..]}" : typed;
        return text.Length != 13 || !HouseId.TryParse(text[..12], out var id) ? new Reading.Unreadable(ReadingReasons.HouseForm)
            : CheckCharacter.Matches(text.AsSpan(2, 10), text[12]) ? new Reading.Understood(new HouseCode(id), id.ToString(), LayoutCorrected: false, Typed: true)
            : new Reading.Unreadable(ReadingReasons.WrongCheck);
    }

    private static ScannedCode? Identify(string text) => text.Length switch
    {
        11 when StaffNumber.TryParse(text, out var staff) => new StaffCode(staff, null),
        13 when DonationNumber.TryParse(text, out var donation) => new DonationCode(donation, "00"),
        15 when CoiId.TryParse(text, out var coi) => new CoiCode(coi),
        _ => null,
    };

    /// <summary>Capitals without spaces and hyphens; Cyrillic letters that look Latin become Latin. None of these identifiers has a small letter of its own.</summary>
    private static string Clean(string text) =>
        new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013')).Select(Capital)]);

    private static char Capital(char c)
    {
        var capital = char.ToUpperInvariant(c);
        var at = Cyrillic.IndexOf(capital, StringComparison.Ordinal);
        return at < 0 ? capital : Latin[at];
    }
}
