using System.Collections.Frozen;
using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The application identifiers. How long one is, its first two digits say.</summary>
internal static class Gs1Table
{
    private static readonly FrozenDictionary<int, Gs1Ai> ByNumber = Load().ToFrozenDictionary(ai => Key(ai.Code));
    private static readonly byte[] LengthByStart = Lengths();

    public static IReadOnlyCollection<Gs1Ai> All => ByNumber.Values;

    /// <returns>Null when no known identifier begins the text.</returns>
    public static Gs1Ai? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return null;
        }

        var length = LengthByStart[((text[0] - '0') * 10) + (text[1] - '0')];
        return length > 0 && length <= text.Length && Charset.IsDigits(text[..length]) ? ByNumber.GetValueOrDefault(Key(text[..length])) : null;
    }

    /// <returns>Null unless the text is an identifier and nothing else.</returns>
    public static Gs1Ai? Find(ReadOnlySpan<char> text) => At(text) is { } ai && ai.Code.Length == text.Length ? ai : null;

    public static Gs1Ai Get(string code) => Find(code) ?? throw new ArgumentException($"({code}) is no application identifier.", nameof(code));

    /// <summary>One digit in front keeps 00 and 000 apart.</summary>
    private static int Key(ReadOnlySpan<char> code)
    {
        var key = 1;
        foreach (var digit in code)
        {
            key = (key * 10) + (digit - '0');
        }

        return key;
    }

    private static IEnumerable<Gs1Ai> Load() =>
        from line in Gs1Resource.Lines("application-identifiers.txt")
        let columns = line.Split(" | ")
        from code in Codes(columns[0])
        select new Gs1Ai(code, columns[1..]);

    private static IEnumerable<string> Codes(string column)
    {
        var ends = column.Split('-');
        var first = int.Parse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture);
        var last = int.Parse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture);
        return Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture).PadLeft(ends[0].Length, '0'));
    }

    private static byte[] Lengths()
    {
        var lengths = new byte[100];
        foreach (var ai in All)
        {
            ref var length = ref lengths[Gs1Checks.Number(ai.Code.AsSpan(0, 2))];
            length = length == 0 || length == ai.Code.Length
                ? (byte)ai.Code.Length
                : throw new InvalidOperationException($"({ai.Code}) is longer or shorter than the identifiers that begin like it.");
        }

        return lengths;
    }
}
