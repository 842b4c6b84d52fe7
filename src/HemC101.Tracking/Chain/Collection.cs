using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>One donation of the chain, as its events left it.</summary>
public sealed record Collection
{
    public required DonationNumber Donation { get; init; }

    public CollectionState State { get; init; } = CollectionState.Identified;

    /// <summary>The apheresis device; null before the start.</summary>
    public HouseId? Device { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public decimal? VolumeMl { get; init; }

    public decimal? Cd3E9 { get; init; }

    public HouseId? Box { get; init; }

    public HouseId? Seal { get; init; }

    public DateTimeOffset? DepartedAt { get; init; }

    public int? MaxTransportMinutes { get; init; }

    /// <summary>It was at a wrong place, or lost, on its way: it is received into quarantine and no other way.</summary>
    public bool Strayed { get; init; }

    /// <summary>Declared lost, and not found since.</summary>
    public bool Lost { get; init; }

    internal Collection On(CollectionTrigger trigger) =>
        this with { State = Transitions.Next(State, trigger) ?? throw Impossible(trigger) };

    private InvalidOperationException Impossible(CollectionTrigger trigger) =>
        new($"Collection {Donation} in {State} cannot {trigger}.");
}
