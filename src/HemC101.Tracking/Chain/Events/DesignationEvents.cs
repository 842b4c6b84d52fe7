using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>
/// No Day 1 bag was infused: investigator and QP made this bag another day's dose. The bag keeps its identifier, and so the division
/// in its symbol; a new label says the new day.
/// </summary>
/// <param name="OldDay">Its dose day until now.</param>
/// <param name="Instead">The bags of the new day that ended without an infusion; they count for its dose no longer.</param>
/// <param name="Document">Number of the decision.</param>
public sealed record BagRedesignated(
    DoseBagId Bag, int OldDay, int NewDay, string Reason, string Document, IReadOnlyList<DoseBagId> Instead) : ChainEvent;

/// <summary>The label of its new dose day is on the frozen bag, and the old one is void.</summary>
/// <param name="Procedure">Number of the procedure for labelling a frozen bag.</param>
public sealed record BagRelabelled(DoseBagId Bag, PrintSerial OldLabel, PrintSerial NewLabel, string Procedure) : ChainEvent;
