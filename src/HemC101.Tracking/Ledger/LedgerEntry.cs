namespace HemC101.Tracking.Ledger;

public sealed record LedgerEntry
{
    /// <summary>Place in the whole ledger: 1, 2, 3 without a gap.</summary>
    public required long Position { get; init; }

    public required string Stream { get; init; }

    /// <summary>Place in the stream: 1, 2, 3 without a gap.</summary>
    public required int Version { get; init; }

    public required string Type { get; init; }

    public required int SchemaVersion { get; init; }

    /// <summary>By the clock of the device.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>By the clock of the server.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required string Actor { get; init; }

    public required string Station { get; init; }

    public required string Data { get; init; }

    public required Digest PreviousHash { get; init; }

    public required Digest Hash { get; init; }
}
