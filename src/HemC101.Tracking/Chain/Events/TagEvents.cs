using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain.Events;

/// <summary>An RFID tag was read on the pack that it will stay on: law 180-FZ, Art. 36(2). It identifies no other pack, here or at any other chain.</summary>
/// <param name="Carrier">The bag, or its cassette.</param>
public sealed record TagAttached(DoseBagId Bag, Carrier Carrier, RfidTag Tag) : ChainEvent;

/// <summary>From now on nobody is asked to read a new tag on a bag or cassette of this batch.</summary>
public sealed record TagsDispensed(BatchNumber Batch, string Why, string Document) : ChainEvent;

/// <summary>It answers no reader any more, or has come off: from now on nobody is asked for it.</summary>
public sealed record TagDied(DoseBagId Bag, Carrier Carrier, string Finding) : ChainEvent;
