using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <param name="CurveAccepted">The freeze curve lay within its limits.</param>
public sealed record BagFrozen(DoseBagId Bag, HouseId Freezer, string Run, bool CurveAccepted) : ChainEvent;

public sealed record BagStored(DoseBagId Bag, HouseId Position, decimal TankC) : ChainEvent;

public sealed record BagReserved(DoseBagId Bag, HouseId Position) : ChainEvent;

public sealed record BagDeferred(DoseBagId Bag, HouseId Position) : ChainEvent;

public sealed record BagIssued(DoseBagId Bag, HouseId Box, HouseId Seal) : ChainEvent;

public sealed record BagDeparted(DoseBagId Bag, string Logger, int MaxMinutes) : ChainEvent;

public sealed record BagReturned(DoseBagId Bag, string Reason, bool SealGood, bool LoggerGood) : ChainEvent;

public sealed record BagRestored(DoseBagId Bag, HouseId Position) : ChainEvent;

public sealed record BagWithheld(DoseBagId Bag, string Reason) : ChainEvent;

/// <summary>A new signed decision inside the window brought a withheld bag back.</summary>
public sealed record BagReinstated(DoseBagId Bag, string Reason) : ChainEvent;

public sealed record BagExpired(DoseBagId Bag) : ChainEvent;

public sealed record BagDamaged(DoseBagId Bag, string Finding) : ChainEvent;

public sealed record BagRecalled(DoseBagId Bag, string Reason) : ChainEvent;

public sealed record BagDiscarded(DoseBagId Bag, string Reason, string Method) : ChainEvent;

public sealed record BagRetained(DoseBagId Bag) : ChainEvent;
