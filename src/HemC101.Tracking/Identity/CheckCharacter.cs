namespace HemC101.Tracking.Identity;

/// <summary>
/// The K printed beside an identifier, never inside its symbol (ISO/IEC 7064 MOD 37-2, ST-001 App. A).
/// The DIN is taken without <c>=</c> and without flags; other structures as their whole content.
/// </summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /// <exception cref="ArgumentException">A character other than 0-9 and A-Z.</exception>
    public static char Mod37(ReadOnlySpan<char> text) => Alphabet[Value(text)];

    /// <returns>0-36; flags of type 3 are this value and 60.</returns>
    /// <exception cref="ArgumentException">A character other than 0-9 and A-Z.</exception>
    public static int Value(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var c in text)
        {
            sum = (sum + ValueOf(c)) * 2 % 37;
        }

        return (38 - sum) % 37;
    }

    /// <returns>False also for text that can carry no check character.</returns>
    public static bool Matches(ReadOnlySpan<char> text, char k) =>
        !text.IsEmpty && Charset.IsUpperAlphanumeric(text) && Mod37(text) == k;

    private static int ValueOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => throw new ArgumentException($"'{c}' has no value in MOD 37-2.", nameof(c)),
    };
}
