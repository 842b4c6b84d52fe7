using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>One scan of a step not yet finished, accepted or refused.</summary>
public sealed record StepScanRow
{
    /// <summary>Given by the page before it sends; makes a repeated scan harmless.</summary>
    public required string ClientScanId { get; init; }

    public required string AttemptId { get; init; }

    /// <summary>Null as long as no scan has told which chain it is.</summary>
    public CoiId? Coi { get; init; }

    public required string Step { get; init; }

    /// <summary>What was wanted; null when nothing was.</summary>
    public string? Demand { get; init; }

    /// <summary>What the scanner sent.</summary>
    public required string Raw { get; init; }

    /// <summary>What it was read as.</summary>
    public required string Code { get; init; }

    public required string EntryMethod { get; init; }

    /// <summary>Null for what was not typed, and as long as no reason was given.</summary>
    public string? TypedReason { get; init; }

    /// <summary>Characters that came as key presses; null when nobody measured, as are the two below.</summary>
    public int? KeyCount { get; init; }

    /// <summary>Between one key and the next.</summary>
    public double? KeyMedianMs { get; init; }

    /// <summary>The key that ended it.</summary>
    public string? KeyEnd { get; init; }

    public required string Verdict { get; init; }

    public required string Person { get; init; }

    public required string Station { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was known of the scanner when this was first read; read again, it is read by the same knowledge.</summary>
    public bool SendsSeparators { get; init; }

    /// <summary>One character; null when the scanner sends GS itself, or nothing is known.</summary>
    public string? SeparatorReplacement { get; init; }

    public ScannerSetup Scanner => new(SeparatorReplacement?[0], SendsSeparators);
}
