using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>A finished first half of an independent check, as nobody can read it.</summary>
public sealed record SealedCheckRow
{
    public required CoiId Coi { get; init; }

    /// <summary>Of the event that says so.</summary>
    public required int Version { get; init; }

    /// <summary>Whose scans belong to it.</summary>
    public required string AttemptId { get; init; }

    public required byte[] Sealed { get; init; }

    public required DateTimeOffset At { get; init; }
}
