namespace HemC101.Tracking.Scans.Gs1;

/// <summary>
/// The two check characters at the end of a model number: every character's place in set 82, times a prime that grows from the right,
/// summed modulo 1021 and written with two of 32 characters.
/// </summary>
internal static class Gs1CheckPair
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static ReadOnlySpan<byte> Primes =>
        [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text.Length > Primes.Length + 2)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < text.Length - 2; i++)
        {
            sum += Gs1Characters.Set82.IndexOf(text[i], StringComparison.Ordinal) * Primes[text.Length - 3 - i];
        }

        sum %= 1021;
        return text[^2] == Alphabet[sum >> 5] && text[^1] == Alphabet[sum & 31];
    }
}
