using System.Collections.Immutable;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>One dose bag of the chain, as its events left it.</summary>
public sealed record DoseBag
{
    public required DoseBagId Id { get; init; }

    public required BatchNumber Batch { get; init; }

    public required decimal VolumeMl { get; init; }

    /// <summary>CAR+ viable cells, ×10⁶.</summary>
    public required decimal CarPosE6 { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public BagState State { get; init; } = BagState.Labelled;

    public bool Frozen { get; init; }

    public bool CurveAccepted { get; init; }

    public HouseId? Position { get; init; }

    public HouseId? Box { get; init; }

    public HouseId? Seal { get; init; }

    /// <summary>Out of the store; null before it and again after a return.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? DepartedAt { get; init; }

    /// <summary>How long the way to the ward may take; received later, the bag waits for QA.</summary>
    public int? MaxTransportMinutes { get; init; }

    public DateTimeOffset? ThawStartedAt { get; init; }

    /// <summary>Last moment to start after the thaw; null before the thaw ended.</summary>
    public DateTimeOffset? PostThawExpiresAt { get; init; }

    /// <summary>Nurses who have finished a round of the open verification, in order.</summary>
    public ImmutableList<StaffNumber> Rounds { get; init; } = [];

    public DateTimeOffset? FirstRoundAt { get; init; }

    /// <summary>Inclusive: what was scanned for this bag up to here belongs to a voided round; null when none was voided.</summary>
    public DateTimeOffset? ScansVoidUntil { get; init; }

    /// <summary>Nurses of the last rounds that a wrong band voided; a new pair holds at least one other nurse.</summary>
    public ImmutableHashSet<StaffNumber> VoidedRounds { get; init; } = [];

    /// <summary>True after a mismatch at the bed, until somebody frees the bag.</summary>
    public bool Locked { get; init; }

    /// <summary>Declared lost, and not found since.</summary>
    public bool Lost { get; init; }

    /// <summary>Since it came to the ward, whether or not the clearance is still in force.</summary>
    public bool WasCleared { get; init; }

    public DateTimeOffset? StartBefore { get; init; }

    public DateTimeOffset? InfusionStartedAt { get; init; }

    public DateTimeOffset? InfusionEndedAt { get; init; }

    /// <summary>Null before the infusion ended, and after it until somebody says the volume.</summary>
    public decimal? InfusedMl { get; init; }

    /// <summary>The dose day that investigator and QP gave it afterwards; null for a bag that is what it was filled as.</summary>
    public int? RedesignatedTo { get; init; }

    /// <summary>Whatever its identifier says, the dose it is now.</summary>
    public int Day => RedesignatedTo ?? Id.Day;

    public bool IsRedesignated => Day != Id.Day;

    /// <summary>Another bag was made its dose: it counts for it no longer.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>RFID tags on bag and cassette, those that do not read any more, too.</summary>
    public ImmutableList<BagTag> Tags { get; init; } = [];

    public bool Has(RfidTag tag) => Tags.Exists(one => one.Tag == tag);

    /// <summary>Never infused, and no way leads there any more.</summary>
    public bool HasEndedUninfused => State is BagState.Expired or BagState.Damaged or BagState.Recalled or BagState.Discarded or BagState.Retained;

    public bool WasInfused => State is BagState.Infused or BagState.PartiallyInfused;

    public bool IsTerminal => WasInfused || State is BagState.Discarded or BagState.Retained;

    /// <summary>True from the start of its thaw until it is in or given up, on its way from the laboratory too.</summary>
    public bool IsBeyondThawStart => ThawStartedAt is not null
        && (IsAtBed || State is BagState.InTransit or BagState.OnWard or BagState.Infusing or BagState.Paused);

    /// <summary>Fetched for its dose: from the reservation to the end of its infusion, wherever it is.</summary>
    public bool IsOnItsWay => IsAtBed
        || State is BagState.Reserved or BagState.Issued or BagState.InTransit or BagState.OnWard or BagState.Cleared or BagState.Infusing or BagState.Paused;

    public bool IsAtBed => State is BagState.Thawing or BagState.Thawed or BagState.Verified;

    internal DoseBag On(BagTrigger trigger) =>
        this with { State = Transitions.Next(State, trigger) ?? throw new InvalidOperationException($"Bag {Id} in {State} cannot {trigger}.") };
}
