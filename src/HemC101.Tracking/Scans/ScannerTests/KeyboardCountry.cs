namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>Finds a keyboard layout that is neither English nor Russian by what it does: each character always arrives as the same other one.</summary>
internal static class KeyboardCountry
{
    private const int MostShown = 6;

    /// <returns>The characters that arrive as others; null when the text is no such image of what was expected.</returns>
    public static string? Differences(string expected, string text)
    {
        if (expected.Length != text.Length)
        {
            return null;
        }

        var arrived = new SortedDictionary<char, char>();
        for (var i = 0; i < expected.Length; i++)
        {
            if (!arrived.TryAdd(expected[i], text[i]) && arrived[expected[i]] != text[i])
            {
                return null;
            }
        }

        return arrived.Values.Distinct().Count() == arrived.Count
            ? string.Join(", ", arrived.Where(pair => pair.Key != pair.Value).Take(MostShown).Select(pair => $"{pair.Key} → {pair.Value}"))
            : null;
    }
}
