using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>ISO 13616: country, two check digits, account; moved to the front and read as one number it is 1 modulo 97.</summary>
internal static class Gs1Iban
{
    private const int Shortest = 10;
    private const int Longest = 34;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is < Shortest or > Longest || !Charset.IsUpperAlphanumeric(text) || !Charset.IsDigits(text[2..4])
            || !Gs1CodeLists.Has(Gs1Check.Country2, text[..2]))
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[(i + 4) % text.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest == 1;
    }
}
