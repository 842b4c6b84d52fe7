using System.Collections.Immutable;

namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>
/// What must have happened to a test symbol on its way, fewest things first. Only what gives exactly the arrived text counts; the reader
/// then says whether it can undo it.
/// </summary>
internal sealed record Explanation(ImmutableArray<Finding> Findings, ScannerSetup Setup, bool SendsPrefix)
{
    private const int MostRepeats = 3;
    private const int Longest = 1000;

    public static Explanation Of(TestSymbol expected, string raw)
    {
        if (!ScanBuffer.TryOpen(raw, out var text, out var repairs))
        {
            return Only(ScannerFault.TwoScans);
        }

        if (text.Length > Longest)
        {
            return Only(ScannerFault.Unreadable);
        }

        var found = Known(expected, text) ?? Foreign(expected, text);
        return repairs.HasFlag(Repairs.Duplicate) && !found.Findings.Any(finding => finding.Fault == ScannerFault.DoubleRead)
            ? found.With(new Finding(ScannerFault.DoubleRead))
            : found;
    }

    /// <summary>
    /// A symbology identifier that belongs to the symbol is believed before one of another symbol, and that before one of none; CapsLock,
    /// which can be undone, before a change of case, which cannot.
    /// </summary>
    private static Explanation? Known(TestSymbol expected, string text) =>
        Known(expected, text, symbology => symbology.HasFlag(expected.Symbology))
        ?? Known(expected, text, symbology => symbology != Symbology.None)
        ?? Known(expected, text, _ => true);

    private static Explanation? Known(TestSymbol expected, string text, Func<Symbology, bool> believed) =>
        Known(expected, text, believed, BodyMatch.Of) ?? Known(expected, text, believed, BodyMatch.OfOneCase);

    private static Explanation? Known(
        TestSymbol expected, string text, Func<Symbology, bool> believed, Func<TestSymbol, string, BodyMatch?> match)
    {
        foreach (var (typed, keyboard) in Keyboards(text).Where(image => image.Text is not [']', _, _, ..] || believed(Symbologies.Of(image.Text))))
        {
            for (var times = 1; times <= MostRepeats; times++)
            {
                if (Once(typed, times) is { } once && Prefixed(expected, once, 1, match) is { } whole)
                {
                    return whole.With(Repeated(times)).With(keyboard);
                }
            }

            for (var times = 2; times <= MostRepeats; times++)
            {
                if (Prefixed(expected, typed, times, match) is { } afterOnePrefix)
                {
                    return afterOnePrefix.With(Repeated(times)).With(keyboard);
                }
            }
        }

        return null;
    }

    /// <summary>Nothing known was done to this symbol: another one, two in a row, a foreign keyboard, or noise.</summary>
    private static Explanation Foreign(TestSymbol expected, string text)
    {
        if (Keyboards(text).Any(image => IsPartOf(expected.Scan, image.Text)))
        {
            return Only(ScannerFault.CharactersLost);
        }

        if (TestSymbols.All.Any(other => other != expected && Known(other, text) is not null))
        {
            return Only(ScannerFault.WrongSymbol);
        }

        if (Keyboards(text).Any(image => image.Text.StartsWith(expected.Scan, StringComparison.Ordinal)
            || image.Text.StartsWith(expected.Payload, StringComparison.Ordinal) || image.Text.EndsWith(expected.Payload, StringComparison.Ordinal)))
        {
            return Only(ScannerFault.TwoScans);
        }

        if (BarcodeReader.Read(text) is Reading.Understood)
        {
            return Only(ScannerFault.WrongSymbol);
        }

        return (KeyboardCountry.Differences(expected.Scan, text) ?? KeyboardCountry.Differences(expected.Payload, text)) is { } differences
            ? new([new Finding(ScannerFault.KeyboardCountry, differences)], ScannerSetup.Unproven, text.StartsWith(']'))
            : Only(ScannerFault.Unreadable);
    }

    private static Explanation? Prefixed(TestSymbol expected, string text, int times, Func<TestSymbol, string, BodyMatch?> match)
    {
        var hasPrefix = text is [']', _, _, ..];
        if (Once(hasPrefix ? AfterCharacterSet(text) : text, times) is not { } once || match(expected, once) is not { } body)
        {
            return null;
        }

        Finding? finding = !hasPrefix ? new(ScannerFault.NoPrefix)
            : !Symbologies.Of(text).HasFlag(expected.Symbology) ? new(ScannerFault.OtherPrefix, text[..Symbologies.PrefixLength])
            : null;
        return new Explanation(body.Findings, body.Setup, hasPrefix).With(finding);
    }

    private static string AfterCharacterSet(string text) =>
        Symbologies.MayNameCharacterSet(text) && text is [_, _, _, '\\', _, _, _, _, _, _, ..] ? text[10..] : text[Symbologies.PrefixLength..];

    private static IEnumerable<(string Text, Finding? Keyboard)> Keyboards(string text)
    {
        yield return (text, null);
        foreach (var (image, repairs) in KeyboardLayout.Images(text))
        {
            yield return (image, new Finding(repairs switch
            {
                Repairs.Layout => ScannerFault.RussianLayout,
                Repairs.CapsLock => ScannerFault.CapsLock,
                _ => ScannerFault.RussianLayoutAndCapsLock,
            }));
        }
    }

    /// <summary>True for at least half of the characters, all of them in their order.</summary>
    private static bool IsPartOf(string whole, string part)
    {
        var at = 0;
        foreach (var c in whole)
        {
            at += at < part.Length && part[at] == c ? 1 : 0;
        }

        return at == part.Length && part.Length * 2 >= whole.Length;
    }

    /// <returns>Null when the text is no so many equal pieces.</returns>
    private static string? Once(string text, int times)
    {
        var length = text.Length / times;
        return length > 0 && length * times == text.Length && string.Concat(Enumerable.Repeat(text[..length], times)) == text ? text[..length] : null;
    }

    private static Finding? Repeated(int times) => times > 1 ? new(ScannerFault.DoubleRead) : null;

    private static Explanation Only(ScannerFault fault) => new([new Finding(fault)], ScannerSetup.Unproven, SendsPrefix: false);

    private Explanation With(Finding? finding) => finding is null ? this : this with { Findings = Findings.Add(finding) };
}
