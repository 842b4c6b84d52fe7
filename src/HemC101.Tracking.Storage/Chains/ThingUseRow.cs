using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>That an event used a thing of the house.</summary>
public sealed record ThingUseRow
{
    public required HouseId HouseId { get; init; }

    public required CoiId Coi { get; init; }

    /// <summary>Of the event in the chain's stream.</summary>
    public required int Version { get; init; }

    /// <summary>Canonical text of the collection, batch or bag.</summary>
    public required string UsedFor { get; init; }

    public required string StepId { get; init; }

    public required DateTimeOffset At { get; init; }
}
