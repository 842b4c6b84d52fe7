namespace HemC101.Tracking.Scans.Gs1;

/// <summary>GS1 element strings and Digital Links. A scan is understood whole or not at all.</summary>
internal static class Gs1Reader
{
    /// <param name="text">Without a symbology identifier, substituted separators put right.</param>
    /// <param name="message">Null when refused.</param>
    /// <param name="separated">True when separators had to be put in.</param>
    /// <returns>Why the text is refused; null when it was read.</returns>
    public static ScanRefusal? Read(ReadOnlySpan<char> text, ScannerSetup setup, out Gs1Message? message, out bool separated)
    {
        message = null;
        separated = false;
        if (text.StartsWith('('))
        {
            return Gs1Reasons.Brackets;
        }

        if (Gs1DigitalLink.Is(text))
        {
            return Gs1DigitalLink.Read(text, out message);
        }

        var refusal = Gs1Cutter.Cut(text, out var slices);
        if (setup.SendsSeparators || text.TrimEnd(Gs1Characters.Separator).Contains(Gs1Characters.Separator) || IsCertain(refusal, slices))
        {
            message = refusal is null ? Gs1Message.Of(text, slices) : null;
            return refusal;
        }

        var search = Gs1Search.Over(text.TrimEnd(Gs1Characters.Separator), setup.SeparatorReplacement);
        if (search.Ways != 1)
        {
            return search.Ways == 0 ? refusal ?? Gs1Reasons.Ambiguous : Gs1Reasons.Ambiguous;
        }

        separated = refusal is not null;
        message = Gs1Message.Of(text, search.Found);
        return null;
    }

    /// <summary>Predefined lengths alone leave nothing open.</summary>
    private static bool IsCertain(ScanRefusal? refusal, in Gs1Slices slices)
    {
        if (refusal is not null)
        {
            return false;
        }

        foreach (var slice in slices.Span)
        {
            if (slice.Ai.NeedsSeparator)
            {
                return false;
            }
        }

        return true;
    }
}
