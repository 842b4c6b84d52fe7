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

/// <summary>The printer failed: a pre-printed set takes the place of the number that was drawn, which is given up, and of its label.</summary>
/// <param name="Donation">Of the set.</param>
/// <param name="Number">Of the set.</param>
/// <param name="Replaced">Labels of the number that is given up; void from now on.</param>
/// <param name="Reason">A code.</param>
public sealed record FallbackSetTaken(
    DonationNumber Instead,
    DonationNumber Donation,
    int Number,
    PrintSerial BagLabel,
    PrintSerial TagLabel,
    IReadOnlyList<PrintSerial> Replaced,
    string Reason) : ChainEvent;

public sealed record CollectionStarted(DonationNumber Donation, HouseId Device, IReadOnlyList<HouseId> Lots) : ChainEvent;

/// <summary>The procedure fills a second bag: the same donation number, a label of its own .</summary>
public sealed record SecondBagTaken(DonationNumber Donation) : ChainEvent;

/// <summary>One of two bags does not come along, and quality assurance knows why.</summary>
/// <param name="Container">1 or 2.</param>
/// <param name="Reason">A code.</param>
/// <param name="Document">Number of the site's own report.</param>
public sealed record CollectionBagExplained(DonationNumber Donation, int Container, string Reason, string Document) : ChainEvent;

/// <param name="Cd3E9">CD3+ cells in the bag, of two bags together, ×10⁹.</param>
public sealed record CollectionCompleted(
    DonationNumber Donation,
    decimal ProcessedVolumeMl,
    decimal VolumeMl,
    decimal TncE9,
    decimal Cd3E9,
    decimal HctPercent,
    decimal ViabilityPercent) : ChainEvent;

/// <summary>The tag with end time and volume was scanned back on every bag, and then the bags were parted from the set.</summary>
public sealed record CollectionDisconnected(DonationNumber Donation) : ChainEvent;

public sealed record CollectionAborted(DonationNumber Donation, string Reason) : ChainEvent;

public sealed record CollectionRejected(DonationNumber Donation, string Reason) : ChainEvent;
