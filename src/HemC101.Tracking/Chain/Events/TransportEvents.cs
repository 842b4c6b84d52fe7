using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

public sealed record CollectionHandedOver(DonationNumber Donation, HouseId Box, HouseId Seal, string Logger, int MaxMinutes) : ChainEvent;

public sealed record CollectionReceived(DonationNumber Donation, decimal MinC, decimal MaxC) : ChainEvent;

/// <param name="Doubts">Codes of what was wrong: seal, temperature, time, custody, papers, label.</param>
public sealed record CollectionQuarantined(DonationNumber Donation, decimal MinC, decimal MaxC, IReadOnlyList<string> Doubts) : ChainEvent;

/// <summary>QA assessed the doubt and accepted the collection.</summary>
public sealed record CollectionAccepted(DonationNumber Donation, string Assessment) : ChainEvent;
