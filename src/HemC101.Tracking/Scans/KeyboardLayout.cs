namespace HemC101.Tracking.Scans;

/// <summary>Undoes what a Russian layout or CapsLock does to a scanner that works as a US keyboard.</summary>
internal static class KeyboardLayout
{
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ\"№;:?/.,";
    private const string Us = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>@#$^&|/?";

    /// <summary>Whole texts that may have been meant, without <paramref name="raw"/> itself.</summary>
    public static IEnumerable<string> Repairs(string raw)
    {
        var inverted = InvertCase(raw);
        return LooksRussian(raw)
            ? new[] { ToUs(raw), ToUs(inverted) }.OfType<string>().Distinct()
            : new[] { inverted }.Where(text => text != raw);
    }

    /// <summary>
    /// Every character of a text passes through one table, or none does: some images are themselves ASCII.
    /// A leading <c>?</c> may be the image of an ISBT 128 <c>&amp;</c>.
    /// </summary>
    public static bool LooksRussian(string text) => text.StartsWith('?') || text.Any(c => c is '№' || IsCyrillic(c));

    public static string InvertCase(string text) =>
        string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsUpper(source[i]) ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
            }
        });

    /// <returns>Null when the text cannot come from a Russian layout: a Latin letter, or a Cyrillic one of another alphabet.</returns>
    public static string? ToUs(string text)
    {
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = Russian.IndexOf(text[i], StringComparison.Ordinal);
            if (at < 0 && (char.IsAsciiLetter(text[i]) || IsCyrillic(text[i])))
            {
                return null;
            }

            result[i] = at < 0 ? text[i] : Us[at];
        }

        return new(result);
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';
}
