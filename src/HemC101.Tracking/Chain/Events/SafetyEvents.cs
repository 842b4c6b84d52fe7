using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain.Events;

/// <summary>A step was taken, and who took it is to be confirmed afterwards: a Safety step under doubt, or one that stood on paper.</summary>
/// <param name="Number">From 1 in each chain.</param>
/// <param name="Target">Canonical text of the thing the step was done to.</param>
/// <param name="By">In whose name it stands.</param>
/// <param name="Doubts">How the person was known; at least one.</param>
public sealed record ConfirmationWanted(int Number, string StepId, string Target, StaffNumber By, IReadOnlyList<ActDoubt> Doubts) : ChainEvent;

/// <summary>The person signed: it was me.</summary>
public sealed record SafetyActConfirmed(int Number) : ChainEvent;

/// <summary>The person signed: it was not me.</summary>
public sealed record SafetyActDisputed(int Number) : ChainEvent;

/// <summary>Others found out who acted, in place of a person who disputes it or cannot say.</summary>
/// <param name="Finding">A code: the person, somebody else, not known.</param>
/// <param name="Basis">Number of the document that it rests on.</param>
/// <param name="Actual">Who acted, when it was somebody else.</param>
public sealed record SafetyActSettled(int Number, string Finding, string Basis, StaffNumber? Actual) : ChainEvent;
