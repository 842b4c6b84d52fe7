namespace HemC101.Tracking.Scans;

/// <summary>What stands in a field after scanning: one scan, with what the scanner adds around it, and perhaps the same scan again.</summary>
internal static class ScanBuffer
{
    private const int MostRepeats = 3;

    private static readonly char[] Suffixes = ['\r', '\n', '\t'];

    /// <param name="scan">Empty when the field is.</param>
    /// <returns>False when two different scans stand in it.</returns>
    public static bool TryOpen(string raw, out string scan, out Repairs repairs)
    {
        scan = raw;
        repairs = Repairs.None;
        if (raw.AsSpan().IndexOfAny(Suffixes) < 0)
        {
            return true;
        }

        repairs = Repairs.Suffix;
        var parts = raw.Split(Suffixes, StringSplitOptions.RemoveEmptyEntries);
        scan = parts is [var first, ..] ? first : "";
        if (parts.Length > 1)
        {
            repairs |= Repairs.Duplicate;
        }

        return parts.Distinct(StringComparer.Ordinal).Count() <= 1;
    }

    /// <summary>A text that repeats itself without anything between may be one scan read twice or three times.</summary>
    /// <returns>Null when it does not.</returns>
    public static string? Once(string text)
    {
        for (var times = 2; times <= MostRepeats; times++)
        {
            var length = text.Length / times;
            if (length > 1 && length * times == text.Length && text[0] == text[length] && Repeats(text, length))
            {
                return text[..length];
            }
        }

        return null;
    }

    /// <summary>A text repeats itself by a length when it equals itself shifted by it.</summary>
    private static bool Repeats(ReadOnlySpan<char> text, int length) => text[length..].SequenceEqual(text[..^length]);
}
