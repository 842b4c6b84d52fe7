namespace HemC101.Tracking.Identity;

/// <summary>
/// The ISBT 128 check character K: ISO/IEC 7064 MOD 37-2 over <c>0-9 A-Z</c>; the result may also be <c>*</c>.
/// It stands beside the text for typed entry, never in the symbol.
/// </summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /// <exception cref="ArgumentException">A character is none of <c>0-9 A-Z</c>.</exception>
    public static char Mod37(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var c in text)
        {
            var value = char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)
                ? Alphabet.IndexOf(c, StringComparison.Ordinal)
                : throw new ArgumentException($"'{c}' has no check value.", nameof(text));
            sum = (sum + value) * 2 % 37;
        }

        return Alphabet[(38 - sum) % 37];
    }

    public static bool Matches(ReadOnlySpan<char> text, char k) => Mod37(text) == k;
}
