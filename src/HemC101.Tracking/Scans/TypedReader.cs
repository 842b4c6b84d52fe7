using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Isbt;

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
            return House(typed, text);
        }

        if (typed.Length < 2)
        {
            return new Reading.Unreadable(ReadingReasons.Nothing);
        }

        if (Identify(typed.AsSpan(..^1)) is { } value)
        {
            return CheckCharacter.Matches(typed.AsSpan(..^1), typed[^1]) ? Understood(value, text) : new Reading.Unreadable(ReadingReasons.WrongCheck);
        }

        return new Reading.Unreadable(
            Identify(typed) is not null ? ReadingReasons.CheckNeeded
            : typed.Length == 15 && DonationNumber.IsWellFormed(typed.AsSpan(..13)) && DonationFlags.TryParse(typed.AsSpan(13..), out _) ? IsbtReasons.DroppedIdentifiers
            : ReadingReasons.Nothing);
    }

    private static Reading House(string typed, string text)
    {
        var code = typed.Length > 1 ? $"&{char.ToLowerInvariant(typed[1])}{typed[2..]}" : typed;
        return code.Length != 13 || !HouseId.TryParse(code.AsSpan(..12), out var id) ? new Reading.Unreadable(ReadingReasons.HouseForm)
            : !CheckCharacter.Matches(id.Content, code[12]) ? new Reading.Unreadable(ReadingReasons.WrongCheck)
            : new Reading.Understood(new HouseCode(id), new HouseContent(id), id.ToString(), RepairsOf(text), Typed: true);
    }

    private static Reading.Understood Understood(IsbtValue value, string text)
    {
        var message = IsbtMessage.Of(value);
        return new Reading.Understood(IsbtCodes.Of(message), message, IsbtWriter.Write(message), RepairsOf(text), Typed: true);
    }

    private static IsbtValue? Identify(ReadOnlySpan<char> text) => text.Length switch
    {
        11 when StaffNumber.TryParse(text, out var staff) => new StaffValue(staff),
        13 when DonationNumber.TryParse(text, out var donation) => new DonationValue(donation, DonationFlags.None),
        15 when CoiId.TryParse(text, out var coi) => new CoiValue(coi),
        _ => null,
    };

    /// <summary>Cyrillic look-alikes were replaced: the station types Russian.</summary>
    private static Repairs RepairsOf(string text) =>
        text.Any(c => Cyrillic.Contains(char.ToUpperInvariant(c), StringComparison.Ordinal)) ? Repairs.Layout : Repairs.None;

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
