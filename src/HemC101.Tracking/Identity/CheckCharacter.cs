namespace HemC101.Tracking.Identity;

/// <summary>
/// The K printed beside an identifier, never inside its symbol (ISO/IEC 7064 MOD 37-2, ST-001 App. A).
/// The DIN is taken without <c>=</c> and without flags; other structures as their whole content.
/// </summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /// <exception cref="ArgumentException">A character other than 0-9 and A-Z.</exception>
    public static char Mod37(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value is < 0 or 36)
            {
                throw new ArgumentException($"'{c}' has no value in MOD 37-2.", nameof(text));
            }

            sum = (sum + value) * 2 % 37;
        }

        return Alphabet[(38 - sum) % 37];
    }

    /// <returns>False also for text that can carry no check character.</returns>
    public static bool Matches(ReadOnlySpan<char> text, char k) =>
        !text.IsEmpty && !text.ContainsAnyExcept(Charset.UpperAlphanumeric) && Mod37(text) == k;
}
