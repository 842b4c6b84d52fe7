namespace HemC101.Tracking.Scans;

/// <summary>Raw text of a scanner, camera or keyboard to typed identifiers: ISBT 128 (ST-001), GS1, house codes.</summary>
public static class BarcodeReader
{
    private const int Longest = 1000;

    /// <summary>Never throws: what cannot be read with certainty is <see cref="Reading.Unreadable"/>.</summary>
    public static Reading Read(string? raw)
    {
        var text = Separators((raw ?? "").TrimEnd('\r', '\n', '\t'));
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Unreadable(ReadingReasons.Empty);
        }

        if (text.Length > Longest)
        {
            return new Reading.Unreadable(ReadingReasons.TooLong);
        }

        var scanned = Scanned(text);
        return scanned is Reading.Understood ? scanned : Repaired(text, (Reading.Unreadable)scanned);
    }

    /// <summary>Layout repairs and typed identifiers together: accepted only when they agree on one thing.</summary>
    private static Reading Repaired(string text, Reading.Unreadable scanned)
    {
        var repairs = KeyboardLayout.Repairs(text).Select(Separators).ToList();
        var typed = TypedReader.Read(text);
        var readings = repairs.Select(Scanned).Concat(repairs.Select(TypedReader.Read)).ToList();
        var good = readings.OfType<Reading.Understood>().Select(reading => reading with { LayoutCorrected = true })
            .Prepend(typed as Reading.Understood).OfType<Reading.Understood>().ToList();
        return good.Select(reading => reading.Code).Distinct().Count() switch
        {
            1 => good[0],
            > 1 => new Reading.Unreadable(ReadingReasons.TwoMeanings),
            _ => new Reading.Unreadable(Reason([typed, .. readings], KeyboardLayout.LooksRussian(text) ? ReadingReasons.Nothing : scanned.Reason)),
        };
    }

    /// <summary>What concerns a typed identifier helps most, then what the scan itself lacks, then what a repair still lacks.</summary>
    private static Text Reason(IEnumerable<Reading> readings, Text scanned)
    {
        var reasons = readings.OfType<Reading.Unreadable>().Select(reading => reading.Reason).ToList();
        return reasons.Find(reason => reason == ReadingReasons.CheckNeeded || reason == ReadingReasons.WrongCheck || reason == ReadingReasons.DroppedIdentifiers)
            ?? (scanned == ReadingReasons.Nothing ? reasons.Find(reason => reason != ReadingReasons.Nothing) : null)
            ?? scanned;
    }

    /// <summary>The symbology identifier (ISO/IEC 15424), where the scanner sends one, decides between the standards.</summary>
    private static Reading Scanned(string text) => text switch
    {
        [']', 'C', '0', ..] or [']', 'd', '1', ..] => IsbtReader.Read(text[3..]),
        [']', 'C', '1', ..] or [']', 'd', '2', ..] or [']', 'Q', '3', ..] or [']', 'e', '0', ..] => Gs1Reader.Read(text[3..]),
        [']', ..] => new Reading.Unreadable(ReadingReasons.UnknownSymbol.With(Shown(text))),
        ['=' or '&', ..] => IsbtReader.Read(text),
        [>= '0' and <= '9' or '(', ..] or ['h', 't', 't', 'p', ..] => Gs1Reader.Read(text),
        _ => new Reading.Unreadable(ReadingReasons.Nothing),
    };

    /// <summary>Scanners and browsers show the group separator in these ways.</summary>
    private static string Separators(string text) => text.Replace('\u241D', '\x1D').Replace("<GS>", "\x1D", StringComparison.Ordinal);

    private static string Shown(string text) => new([.. text.Take(3).Where(c => !char.IsControl(c))]);
}
