using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>A numbered sheet was printed; when and by whom says the act.</summary>
/// <param name="Of">Canonical text of the bag; empty for the whole chain.</param>
public sealed record SheetIssued(PrintSerial Serial, SheetKind Kind, string Of) : ChainEvent;
