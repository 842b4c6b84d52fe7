namespace HemC101.Tracking.Storage.Audit;

/// <summary>Which entries of the ledger a trail shows. Null asks for nothing.</summary>
public sealed record TrailFilter
{
    public string? Stream { get; init; }

    public string? Actor { get; init; }

    public string? Station { get; init; }

    public string? Type { get; init; }

    /// <summary>Recorded at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Recorded before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Inclusive: what was written after this position is left out.</summary>
    public long? UpTo { get; init; }
}
