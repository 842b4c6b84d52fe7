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

    /// <summary>When its bags were parted from the set, their tags scanned back; null before that, and for a collection from a time when nobody asked.</summary>
    public DateTimeOffset? DisconnectedAt { get; init; }

    public decimal? VolumeMl { get; init; }

    public decimal? Cd3E9 { get; init; }

    public HouseId? Box { get; init; }

    public HouseId? Seal { get; init; }

    public DateTimeOffset? DepartedAt { get; init; }

    public int? MaxTransportMinutes { get; init; }

    /// <summary>It was at a wrong place, or lost, on its way: it is received into quarantine and no other way.</summary>
    public bool Strayed { get; init; }

    /// <summary>One, or two of the same procedure .</summary>
    public int Bags { get; init; } = 1;

    /// <summary>Which of two bags does not come along; its lack was explained.</summary>
    public int? Missing { get; init; }

    /// <summary>Canonical texts of the bags that have to be at hand wherever the collection is.</summary>
    public IEnumerable<string> Present =>
        Enumerable.Range(1, Bags).Where(no => no != Missing).Select(no => CollectionBagId.Of(Donation, no).ToString());

    /// <summary>Declared lost, and not found since.</summary>
    public bool Lost { get; init; }

    internal Collection On(CollectionTrigger trigger) =>
        this with { State = Transitions.Next(State, trigger) ?? throw Impossible(trigger) };

    private InvalidOperationException Impossible(CollectionTrigger trigger) =>
        new($"Collection {Donation} in {State} cannot {trigger}.");
}
