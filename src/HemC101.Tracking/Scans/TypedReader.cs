using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>A bare identifier as a person types it from a label. Only the check character K makes it acceptable.</summary>
internal static class TypedReader
{
    private const string Cyrillic = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    /// <summary>
    /// A Cyrillic letter stands for the Latin one that it looks like, or for the one on its key. Where both could be identifiers the
    /// text is refused, for a wrong one of two has its K right in one case of 37.
    /// </summary>
    public static Reading Read(string text)
    {
        var typed = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013'))]);
        var seen = new string([.. typed.Select(Capital)]);
        var keys = KeyboardLayout.ToUs(typed)?.ToUpperInvariant() ?? seen;
        if (keys == seen)
        {
            return Read(seen, typed == keys || typed.All(char.IsAscii) ? Repairs.None : Repairs.Layout);
        }

        var (bySight, byKey) = (Read(seen, Repairs.Layout), Read(keys, Repairs.Layout));
        return (CouldBe(seen), CouldBe(keys)) switch
        {
            (true, true) => new Reading.Unreadable(ReadingReasons.TwoMeanings),
            (true, _) => bySight,
            (_, true) => byKey,
            _ => byKey is Reading.Unreadable { Refusal: var refusal } && ReadingReasons.ConcernsTyping(refusal) ? byKey : bySight,
        };
    }

    /// <summary>An identifier with a character in the place of K, whether or not it is the right one.</summary>
    private static bool CouldBe(string typed) =>
        typed is [.., var k] && (k == '*' || char.IsAsciiLetterUpper(k) || char.IsAsciiDigit(k))
        && (typed is ['&', ..] ? HouseId.IsWellFormed(HouseCase(typed).AsSpan(..^1)) : Identify(typed.AsSpan(..^1)) is not null);

    private static Reading Read(string typed, Repairs repairs)
    {
        if (typed is ['&', ..])
        {
            return House(HouseCase(typed), repairs);
        }

        if (typed.Length < 2)
        {
            return new Reading.Unreadable(ReadingReasons.Nothing);
        }

        if (Identify(typed.AsSpan(..^1)) is { } value)
        {
            return !CheckCharacter.Matches(typed.AsSpan(..^1), typed[^1]) ? new Reading.Unreadable(ReadingReasons.WrongCheck)
                : IsGtin(typed) ? new Reading.Unreadable(ReadingReasons.TwoMeanings)
                : Understood(value, repairs);
        }

        return new Reading.Unreadable(
            Identify(typed) is not null ? ReadingReasons.CheckNeeded
            : typed.Length == 15 && DonationNumber.IsWellFormed(typed.AsSpan(..13)) && DonationFlags.TryParse(typed.AsSpan(13..), out _) ? IsbtReasons.DroppedIdentifiers
            : ReadingReasons.Nothing);
    }

    /// <summary>A linear symbol of a product, sent without a symbology identifier, may also end as an identifier does.</summary>
    private static bool IsGtin(string typed) => Charset.IsDigits(typed) && Gs1CheckDigit.IsValid(typed);

    private static Reading House(string code, Repairs repairs) =>
        code.Length != 13 || !HouseId.TryParse(code.AsSpan(..12), out var id) ? new Reading.Unreadable(ReadingReasons.HouseForm)
        : !CheckCharacter.Matches(id.Content, code[12]) ? new Reading.Unreadable(ReadingReasons.WrongCheck)
        : new Reading.Understood(new HouseCode(id), new HouseContent(id), id.ToString(), repairs, Typed: true);

    /// <summary>The kind of a house code is its only small letter.</summary>
    private static string HouseCase(string typed) => typed.Length > 1 ? $"&{char.ToLowerInvariant(typed[1])}{typed[2..]}" : typed;

    private static Reading.Understood Understood(IsbtValue value, Repairs repairs)
    {
        var message = IsbtMessage.Of(value);
        return new Reading.Understood(IsbtCodes.Of(message), message, IsbtWriter.Write(message), repairs, Typed: true);
    }

    private static IsbtValue? Identify(ReadOnlySpan<char> text) => text.Length switch
    {
        11 when StaffNumber.TryParse(text, out var staff) => new StaffValue(staff),
        13 when DonationNumber.TryParse(text, out var donation) => new DonationValue(donation, DonationFlags.None),
        15 when CoiId.TryParse(text, out var coi) => new CoiValue(coi),
        _ => null,
    };

    private static char Capital(char c)
    {
        var capital = char.ToUpperInvariant(c);
        var at = Cyrillic.IndexOf(capital, StringComparison.Ordinal);
        return at < 0 ? capital : Latin[at];
    }
}
