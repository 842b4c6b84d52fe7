using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>One line of the list of chains.</summary>
public sealed record ChainRow
{
    public required CoiId Coi { get; init; }

    public required SubjectNumber SubjectNo { get; init; }

    public required ProductState ProductState { get; init; }

    public required bool Held { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
