using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>The part of a logger's file that speaks of one container at one place.</summary>
/// <param name="Of">Canonical text of the collection or bag.</param>
/// <param name="Where">The box or the position.</param>
/// <param name="Stay">Version of the event that brought it there.</param>
/// <param name="File">SHA-256 of the file.</param>
/// <param name="GapMinutes">Minutes of which it says nothing.</param>
/// <param name="OutsideFrom">Null when every reading lay within the limits.</param>
public sealed record TemperatureLogged(
    string Of,
    HouseId Where,
    int Stay,
    string File,
    decimal MinC,
    decimal MaxC,
    DateTimeOffset From,
    DateTimeOffset Until,
    int GapMinutes,
    DateTimeOffset? OutsideFrom,
    DateTimeOffset? OutsideUntil) : ChainEvent;

/// <summary>The container turned up where nobody expected it.</summary>
/// <param name="Place">A code.</param>
public sealed record CollectionMisrouted(DonationNumber Donation, string Place) : ChainEvent;

/// <summary>The container turned up where nobody expected it; it is locked in the same moment.</summary>
/// <param name="Place">A code.</param>
public sealed record BagMisrouted(DoseBagId Bag, string Place) : ChainEvent;

public sealed record CollectionLost(DonationNumber Donation, string Reason) : ChainEvent;

/// <summary>Nobody knows where it is; it is locked in the same moment, also for the day that it is found.</summary>
public sealed record BagLost(DoseBagId Bag, string Reason) : ChainEvent;

public sealed record CollectionFound(DonationNumber Donation, string Place) : ChainEvent;

/// <summary>It stays locked until quality assurance has decided.</summary>
public sealed record BagFound(DoseBagId Bag, string Place) : ChainEvent;

/// <summary>An inventory count and the records disagree about the bag; it is held in the same moment.</summary>
/// <param name="Count">Number of the count.</param>
/// <param name="Finding">A code: missing, not recorded there, label.</param>
public sealed record BagMiscounted(DoseBagId Bag, int Count, string Finding) : ChainEvent;
