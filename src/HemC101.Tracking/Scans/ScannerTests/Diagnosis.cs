namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>What one scan of a test symbol showed.</summary>
/// <param name="Symbol">Key of the symbol that was wanted.</param>
/// <param name="Setup">What is learned of the separators; nothing from a symbol without any.</param>
/// <param name="SendsPrefix">True when the symbology identifier came before the code.</param>
/// <param name="MedianMs">Null when nobody measured.</param>
public sealed record Diagnosis(
    string Symbol, IReadOnlyList<Finding> Findings, ScannerSetup Setup, bool SendsPrefix, double? MedianMs)
{
    public bool Passed => Findings.All(finding => !finding.IsFatal);

    /// <summary>True when the symbol is to be scanned again before anything is said of the scanner.</summary>
    public bool IsSlip => Findings.Any(finding => finding.IsSlip);

    /// <param name="raw">As it arrived, with whatever the scanner adds; null for nothing.</param>
    /// <param name="timing">Null when nobody measured.</param>
    public static Diagnosis Of(TestSymbol expected, string? raw, KeyTiming? timing)
    {
        ArgumentNullException.ThrowIfNull(expected);
        raw ??= "";
        var measured = timing is { IsMeasured: true } ? timing : null;
        if (raw.All(char.IsWhiteSpace))
        {
            return new(expected.Key, [new(ScannerFault.Nothing)], ScannerSetup.Unproven, SendsPrefix: false, measured?.MedianMs);
        }

        var explained = Explanation.Of(expected, raw);
        List<Finding> findings = [.. explained.Findings];
        if (findings.Exists(finding => finding.Fault == ScannerFault.WrongSymbol))
        {
            return new(expected.Key, findings, ScannerSetup.Unproven, explained.SendsPrefix, measured?.MedianMs);
        }

        findings.AddRange(RhythmOf(raw, measured, timing?.Way ?? ArrivedBy.Keys));
        if (!findings.Exists(finding => finding.IsFatal) && !expected.IsReadFrom(raw, explained.Setup))
        {
            findings.Add(new(ScannerFault.Unreadable));
        }

        return new(expected.Key, findings, explained.Setup, explained.SendsPrefix, measured?.MedianMs);
    }

    private static IEnumerable<Finding> RhythmOf(string raw, KeyTiming? measured, ArrivedBy way)
    {
        if (way != ArrivedBy.Keys)
        {
            yield return new(way == ArrivedBy.Camera ? ScannerFault.ByCamera : ScannerFault.Pasted);
            yield break;
        }

        if (SuffixOf(raw, measured) is { } suffix)
        {
            yield return new(suffix);
        }

        if (measured is null)
        {
            yield return new(ScannerFault.NotMeasured);
        }
        else if (measured.MedianMs > KeyTiming.ScannerMs)
        {
            var slow = measured.MedianMs > KeyTiming.HandMs ? ScannerFault.TooSlow : ScannerFault.Slow;
            yield return new(slow, Math.Ceiling(measured.MedianMs).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static ScannerFault? SuffixOf(string raw, KeyTiming? measured) => (raw[^1], measured?.End) switch
    {
        ('\r', _) => null,
        ('\n', _) => raw.EndsWith("\r\n", StringComparison.Ordinal) ? null : ScannerFault.LineFeedSuffix,
        ('\t', _) or (_, KeyEnd.Tab) => ScannerFault.TabSuffix,
        (_, KeyEnd.LineFeed) => ScannerFault.LineFeedSuffix,
        (_, KeyEnd.Nothing) => ScannerFault.NoSuffix,
        (_, KeyEnd.Enter or null) => null,
    };
}
