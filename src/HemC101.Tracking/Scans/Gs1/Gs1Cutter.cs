namespace HemC101.Tracking.Scans.Gs1;

/// <summary>Cuts an element string as it stands: predefined lengths by themselves, everything else up to its separator.</summary>
internal static class Gs1Cutter
{
    /// <returns>Why the text is refused; null when every element is good and has its partners.</returns>
    public static ScanRefusal? Cut(ReadOnlySpan<char> text, out Gs1Slices slices)
    {
        slices = default;
        for (var at = 0; at < text.Length;)
        {
            if (Gs1Table.At(text[at..]) is not { } ai)
            {
                return at == 0 ? Gs1Reasons.NotGs1 : Gs1Reasons.UnknownAi.With(Shown(text[at..]));
            }

            var start = at + ai.Code.Length;
            var end = End(text, start, ai);
            if (Fault(text, start, end, ai) is { } fault)
            {
                return fault;
            }

            if (slices.Has(ai))
            {
                return Gs1Reasons.AiTwice.With(ai.Code);
            }

            if (!slices.TryPush(new Gs1Slice(ai, start, end - start)))
            {
                return Gs1Reasons.TooMany;
            }

            at = end < text.Length && text[end] == Gs1Characters.Separator ? end + 1 : end;
        }

        return slices.Count == 0 ? Gs1Reasons.NotGs1 : Gs1Partners.Fault(slices);
    }

    private static int End(ReadOnlySpan<char> text, int start, Gs1Ai ai)
    {
        var separator = text[start..].IndexOf(Gs1Characters.Separator);
        var limit = separator < 0 ? text.Length : start + separator;
        return ai.IsFixed ? Math.Min(limit, start + ai.Longest) : limit;
    }

    private static ScanRefusal? Fault(ReadOnlySpan<char> text, int start, int end, Gs1Ai ai)
    {
        var runsOn = ai.IsFixed ? ai.NeedsSeparator && end < text.Length && text[end] != Gs1Characters.Separator : end - start > ai.Longest;
        return ai.Fault(text[start..end]) is { } check && !(runsOn && check == Gs1Check.Length) ? Gs1Reasons.Value(ai, check)
            : runsOn ? Gs1Reasons.MissingSeparator.With(ai.Code)
            : null;
    }

    private static string Shown(ReadOnlySpan<char> rest)
    {
        Span<char> shown = stackalloc char[Math.Min(rest.Length, 12)];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = char.IsControl(rest[i]) ? '·' : rest[i];
        }

        return shown.ToString();
    }
}
