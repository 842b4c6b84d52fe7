using System.Buffers;
using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Scans;

/// <summary>Puts GS back where keyboard, browser or scanner settings have sent something in its place that can be nothing else.</summary>
internal static class GroupSeparators
{
    private const string Separator = "\x1D";

    /// <summary>
    /// Control picture; private code of macOS; what Alt+29 types; then ways to write GS. None of these characters is in GS1 data, and no
    /// value holds the word.
    /// </summary>
    private static readonly string[] Stand = ["\u241D", "\uF70B", "\u2194", "<GS>", "{GS}", "^]", "\\x1d", "\\x1D"];

    private static readonly SearchValues<string> Any = SearchValues.Create(Stand, StringComparison.Ordinal);

    /// <returns>The same text when nothing stood in place of GS.</returns>
    public static string Restore(string text, char? replacement)
    {
        if (text.AsSpan().IndexOfAny(Any) >= 0)
        {
            text = Stand.Aggregate(text, (restored, picture) => restored.Replace(picture, Separator, StringComparison.Ordinal));
        }

        return replacement is { } sent && !Gs1Characters.Allows('x', [sent]) ? text.Replace(sent, Gs1Characters.Separator) : text;
    }
}
