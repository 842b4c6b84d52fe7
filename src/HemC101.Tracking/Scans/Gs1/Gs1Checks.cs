using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The checks of one part of a value whose length and characters are right.</summary>
internal static class Gs1Checks
{
    public static bool Holds(Gs1Check check, ReadOnlySpan<char> text) => check switch
    {
        Gs1Check.Length or Gs1Check.Characters => true,
        Gs1Check.Mod10 => Gs1CheckDigit.IsValid(text),
        Gs1Check.Pair => Gs1CheckPair.IsValid(text),
        Gs1Check.Prefix => text.Length >= 4 && Charset.IsDigits(text[..4]),
        Gs1Check.Month or Gs1Check.Day or Gs1Check.Birthday => Gs1Dates.Holds(check, text),
        Gs1Check.Clock => Gs1Dates.IsClock(text),
        Gs1Check.Hour => Number(text) < 24,
        Gs1Check.Minute or Gs1Check.Second => Number(text) < 60,
        Gs1Check.Currency or Gs1Check.Country or Gs1Check.Country2 or Gs1Check.Package => Gs1CodeLists.Has(check, text),
        Gs1Check.Country999 => text is "999" || Gs1CodeLists.Has(Gs1Check.Country, text),
        Gs1Check.Percent => IsPercentEncoded(text),
        Gs1Check.Importer => char.IsAsciiLetterOrDigit(text[0]) || text[0] is '-' or '_',
        Gs1Check.Media => Number(text) is (>= 1 and <= 10) or (>= 80 and <= 99),
        Gs1Check.Sex => text is "0" or "1" or "2" or "9",
        Gs1Check.Sequence => IsSequence(text),
        Gs1Check.NonZero => text.ContainsAnyExcept('0'),
        Gs1Check.Zero => !text.ContainsAnyExcept('0'),
        Gs1Check.Winding => text is "0" or "1" or "9",
        Gs1Check.Piece => IsOneOf(text[..(text.Length / 2)], text[(text.Length / 2)..]),
        Gs1Check.Iban => Gs1Iban.IsValid(text),
        Gs1Check.NoLeadingZero => text[0] != '0',
        Gs1Check.NonDigit => !Charset.IsDigits(text),
        Gs1Check.Minus => text is "-",
        Gs1Check.YesNo => text is "0" or "1",
        Gs1Check.Latitude => Number(text) <= 1_800_000_000,
        Gs1Check.Longitude => Number(text) <= 3_600_000_000,
    };

    /// <param name="digits">Ten at most.</param>
    public static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static bool IsPercentEncoded(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%'))
        {
            if (text.Length < at + 3 || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            {
                return false;
            }

            text = text[(at + 3)..];
        }

        return true;
    }

    private static bool IsSequence(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && slash < text.Length - 1
            && Charset.IsDigits(text[..slash]) && Charset.IsDigits(text[(slash + 1)..])
            && text[0] != '0' && text[slash + 1] != '0'
            && Number(text[..slash]) <= Number(text[(slash + 1)..]);
    }

    private static bool IsOneOf(ReadOnlySpan<char> piece, ReadOnlySpan<char> total) => Number(piece) >= 1 && Number(piece) <= Number(total);
}
