namespace HemC101.Tracking.Scans;

/// <summary>Raw text of a scanner, camera or keyboard to typed identifiers: ISBT 128 (ST-001), GS1, house codes.</summary>
public static class BarcodeReader
{
    private const int Longest = 1000;

    /// <summary>Never throws: what cannot be read with certainty is <see cref="Reading.Unreadable"/>.</summary>
    public static Reading Read(string? raw) => Read(raw, ScannerSetup.Unproven);

    /// <param name="setup">What is known about the scanner of the station.</param>
    public static Reading Read(string? raw, ScannerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (!ScanBuffer.TryOpen(raw ?? "", out var text, out var repairs))
        {
            return new Reading.Unreadable(ReadingReasons.TwoScans);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Reading.Unreadable(ReadingReasons.Empty);
        }

        if (text.Length > Longest)
        {
            return new Reading.Unreadable(ReadingReasons.TooLong);
        }

        var reading = SymbolReader.Read(text, setup);
        if (ScanBuffer.Once(text) is not null || NeedsWeighing(text, reading))
        {
            reading = Weigh(text, reading, setup);
        }

        return reading is Reading.Understood good && repairs != Repairs.None ? good with { Repairs = good.Repairs | repairs } : reading;
    }

    /// <summary>
    /// A symbology identifier, or the small letter of a house code, shows that the keyboard was in order. A link in capitals may be one in
    /// small letters under CapsLock.
    /// </summary>
    private static bool NeedsWeighing(string text, Reading reading) =>
        reading is not Reading.Understood
        || (text is not ([']', ..] or ['&', >= 'a' and <= 'z', ..]) && (text is ['H', ..] || KeyboardLayout.MayDiffer(text)));

    /// <summary>Every way in which the text may have come about; accepted only when they agree on one thing.</summary>
    private static Reading Weigh(string text, Reading scanned, ScannerSetup setup)
    {
        List<Reading> readings = [scanned, TypedReader.Read(text)];
        AddImages(readings, text, Repairs.None, setup);
        if (ScanBuffer.Once(text) is { } once)
        {
            var single = SymbolReader.Read(once, setup);
            readings.Add(With(single, Repairs.Duplicate));
            if (NeedsWeighing(once, single))
            {
                AddImages(readings, once, Repairs.Duplicate, setup);
            }
        }

        var good = readings.OfType<Reading.Understood>().ToList();
        return good switch
        {
            [] => new Reading.Unreadable(ReasonFor(readings, text)),
            [var first, .. var others] when others.TrueForAll(other => Agree(first, other)) => first,
            _ => new Reading.Unreadable(ReadingReasons.TwoMeanings),
        };
    }

    private static void AddImages(List<Reading> readings, string text, Repairs repairs, ScannerSetup setup)
    {
        foreach (var (image, repair) in KeyboardLayout.Images(text))
        {
            readings.Add(With(SymbolReader.Read(image, setup), repair | repairs));
        }
    }

    private static bool Agree(Reading.Understood one, Reading.Understood other) => one.Content.SaysTheSameAs(other.Content);

    private static Reading With(Reading reading, Repairs repairs) =>
        reading is Reading.Understood understood ? understood with { Repairs = understood.Repairs | repairs } : reading;

    /// <summary>What concerns a typed identifier helps most, then what the scan itself lacks, then what a repaired one still lacks.</summary>
    private static ScanRefusal ReasonFor(IEnumerable<Reading> readings, string text)
    {
        var reasons = readings.OfType<Reading.Unreadable>().Select(reading => reading.Refusal).ToList();
        return reasons.Find(ReadingReasons.ConcernsTyping)
            ?? (KeyboardLayout.LooksRussian(text) || reasons[0].IsFor(ReadingReasons.Nothing)
                ? reasons.Find(reason => !reason.IsFor(ReadingReasons.Nothing))
                : null)
            ?? reasons[0];
    }
}
