namespace HemC101.Tracking.Ledger;

/// <summary>An entry as it lies in the database; somebody may have written anything into it.</summary>
public sealed record StoredRow
{
    public required long Position { get; init; }

    public required string Stream { get; init; }

    public required long Version { get; init; }

    public required string Type { get; init; }

    public required long SchemaVersion { get; init; }

    public required string OccurredAt { get; init; }

    public required string RecordedAt { get; init; }

    public required string Actor { get; init; }

    public required string Station { get; init; }

    public required string Data { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public bool GivesItsHash() =>
        Digest.TryParse(PreviousHash, null, out var previous)
        && LedgerHash.Of(
            Position, Stream, Version, Type, SchemaVersion, OccurredAt, RecordedAt, Actor, Station, Data, previous).ToString() == Hash;
}
