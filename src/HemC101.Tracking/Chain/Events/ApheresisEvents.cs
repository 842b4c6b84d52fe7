using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <param name="Cd3E9PerL">×10⁹/L.</param>
/// <param name="ReactiveMarkers">Codes of permitted but reactive markers; the bag is labelled as a biohazard.</param>
public sealed record ApheresisOrdered(
    DateOnly PlannedOn,
    decimal Cd3E9PerL,
    DateTimeOffset Cd3TakenAt,
    DateOnly MarkersOn,
    IReadOnlyList<string> ReactiveMarkers,
    string VenousAccess,
    decimal WeightKg) : ChainEvent;

public sealed record CollectionIdentified(DonationNumber Donation) : ChainEvent;

public sealed record CollectionStarted(DonationNumber Donation, HouseId Device, IReadOnlyList<HouseId> Lots) : ChainEvent;

/// <param name="Cd3E9">CD3+ cells in the bag, ×10⁹.</param>
public sealed record CollectionCompleted(
    DonationNumber Donation,
    decimal ProcessedVolumeMl,
    decimal VolumeMl,
    decimal TncE9,
    decimal Cd3E9,
    decimal HctPercent,
    decimal ViabilityPercent) : ChainEvent;

public sealed record CollectionAborted(DonationNumber Donation, string Reason) : ChainEvent;

public sealed record CollectionRejected(DonationNumber Donation, string Reason) : ChainEvent;
