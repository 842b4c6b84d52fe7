namespace HemC101.Tracking.Storage.Registry;

/// <summary>An attempt at a step that led to an entry of the ledger.</summary>
public sealed record FinishedAttempt
{
    public required string AttemptId { get; init; }

    public required string Stream { get; init; }

    public required int Version { get; init; }

    /// <summary>SHA-256 of what was sent; empty where a form sent twice can only be the same.</summary>
    public string Content { get; init; } = "";

    public required DateTimeOffset At { get; init; }
}
