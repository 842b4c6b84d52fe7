namespace HemC101.Tracking.Ledger;

/// <summary>What is remembered of a stream's last entry.</summary>
public sealed record StreamHead
{
    public required string Stream { get; init; }

    public required long Version { get; init; }

    public required string Hash { get; init; }
}
