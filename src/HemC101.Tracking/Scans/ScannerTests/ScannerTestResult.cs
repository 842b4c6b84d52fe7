namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>A finished test of one scanner: every test symbol scanned once.</summary>
/// <param name="Setup">What the reader may rely on while the test is valid; nothing when it was failed.</param>
/// <param name="SendsPrefix">True when every symbol came with its symbology identifier.</param>
/// <param name="MedianMs">The slowest of the symbols; null when one was not measured.</param>
public sealed record ScannerTestResult(bool Passed, ScannerSetup Setup, bool SendsPrefix, double? MedianMs)
{
    /// <returns>Null as long as a symbol is missing.</returns>
    public static ScannerTestResult? Of(IReadOnlyCollection<Diagnosis> scans)
    {
        ArgumentNullException.ThrowIfNull(scans);
        if (TestSymbols.All.Any(symbol => scans.All(scan => scan.Symbol != symbol.Key || scan.IsSlip)))
        {
            return null;
        }

        var passed = scans.All(scan => scan.Passed);
        return new(
            passed,
            passed ? scans.First(scan => scan.Symbol == TestSymbols.Supplier.Key).Setup : ScannerSetup.Unproven,
            scans.All(scan => scan.SendsPrefix),
            scans.All(scan => scan.MedianMs is not null) ? scans.Max(scan => scan.MedianMs) : null);
    }
}

/// <summary>What is known of the scanner of the device at hand: its last finished test.</summary>
public sealed record ScannerStanding(DateTimeOffset TestedAt, bool Passed, ScannerSetup Setup)
{
    /// <summary>True from the test up to and including the last moment of its hours.</summary>
    public bool IsCurrent(DateTimeOffset now, int validHours) => now <= TestedAt.AddHours(validHours);

    public bool IsProven(DateTimeOffset now, int validHours) => Passed && IsCurrent(now, validHours);

    /// <summary>What the reader may rely on now: nothing once the test has run out.</summary>
    public ScannerSetup SetupAt(DateTimeOffset now, int validHours) => IsProven(now, validHours) ? Setup : ScannerSetup.Unproven;
}
