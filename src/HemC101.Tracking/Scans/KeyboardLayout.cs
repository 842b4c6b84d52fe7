using System.Buffers;

namespace HemC101.Tracking.Scans;

/// <summary>Undoes what a Russian layout (ЙЦУКЕН) or CapsLock does to a scanner that works as a US keyboard.</summary>
internal static class KeyboardLayout
{
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ\"№;:?/.,";
    private const string Us = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>@#$^&|/?";

    /// <summary>Keys that give the same in both layouts, and control characters and the pictures that come in place of GS, which no layout touches.</summary>
    private const string Alike = "0123456789!%*()-_=+\\ \x04\x1D\x1E\u241D\uF70B\u2194";

    /// <summary>What the Russian layout types that is ASCII, but stands for something else.</summary>
    private static readonly SearchValues<char> Disguised = SearchValues.Create("\";:?/.,");

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What may have been scanned when <paramref name="typed"/> arrived, other than itself.</summary>
    public static IEnumerable<(string Text, Repairs Repairs)> Images(string typed)
    {
        var inverted = InvertCase(typed);
        if (inverted != typed && !IsEan(typed))
        {
            yield return (inverted, Repairs.CapsLock);
        }

        var mapped = ToUs(typed);
        if (mapped is not null && mapped != typed)
        {
            yield return (mapped, Repairs.Layout);
        }

        if (inverted != typed && ToUs(inverted) is { } both && both != mapped && both != inverted)
        {
            yield return (both, Repairs.Layout | Repairs.CapsLock);
        }
    }

    /// <summary>
    /// True for a text that reads well but holds what only another keyboard state would have typed: then that reading is tried too.
    /// Capitals are taken as they stand; small letters may be CapsLock's, and some ASCII marks are other keys' in the Russian layout.
    /// </summary>
    public static bool MayDiffer(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('a', 'z') || (!text.ContainsAny(Letters) && text.ContainsAny(Disguised));

    /// <summary>What CapsLock would make of <c>]e0</c> (GS1 DataBar) is also how an EAN or UPC symbol begins, which is no GS1 element string.</summary>
    private static bool IsEan(string text) => text is [']', 'E', '0', ..];

    public static bool LooksRussian(string text) => text.StartsWith('?') || text.Any(c => c is '№' || IsCyrillic(c));

    public static string InvertCase(string text) =>
        string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsUpper(source[i]) ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
            }
        });

    /// <summary>Every character of a text passes through the one table, or none does: some images are themselves ASCII.</summary>
    /// <returns>Null when the Russian layout cannot have typed the text.</returns>
    public static string? ToUs(string text)
    {
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = Russian.IndexOf(text[i], StringComparison.Ordinal);
            if (at < 0 && !Alike.Contains(text[i], StringComparison.Ordinal))
            {
                return null;
            }

            result[i] = at < 0 ? text[i] : Us[at];
        }

        return new(result);
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';
}
