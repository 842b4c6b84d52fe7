using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>A scanner test that was begun.</summary>
public sealed record ScannerTestRow
{
    public required string TestId { get; init; }

    /// <summary>The random number that a device was given; it says nothing of its user.</summary>
    public required string Device { get; init; }

    public required string Station { get; init; }

    /// <summary>Number of the post or the device, as its people call it.</summary>
    public required string Place { get; init; }

    public required StaffNumber StaffNo { get; init; }

    public required DateTimeOffset BegunAt { get; init; }
}

/// <summary>What one symbol of a test showed. The text that arrived is not kept: a wrong field may have sent it.</summary>
public sealed record ScannerTestScanRow
{
    public required string TestId { get; init; }

    public required string Symbol { get; init; }

    /// <summary>JSON.</summary>
    public required string Findings { get; init; }

    public required bool SendsPrefix { get; init; }

    public required bool SendsSeparators { get; init; }

    public string? SeparatorReplacement { get; init; }

    /// <summary>Null when nobody measured.</summary>
    public long? MedianMs { get; init; }

    public required DateTimeOffset At { get; init; }

    public ScannerSetup Scanner => new(SeparatorReplacement?[0], SendsSeparators);
}

/// <summary>The last finished test of a device.</summary>
public sealed record ScannerStandingRow
{
    public required string Device { get; init; }

    /// <summary>Of the device's ledger stream.</summary>
    public required long Version { get; init; }

    public required string Station { get; init; }

    public required string Place { get; init; }

    public required StaffNumber StaffNo { get; init; }

    public required DateTimeOffset TestedAt { get; init; }

    public required bool Passed { get; init; }

    public required bool SendsSeparators { get; init; }

    public string? SeparatorReplacement { get; init; }

    public ScannerSetup Scanner => new(SeparatorReplacement?[0], SendsSeparators);
}
