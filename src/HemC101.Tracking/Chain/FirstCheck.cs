using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>The finished first half of an independent check.</summary>
/// <param name="Version">Of the event that says so.</param>
/// <param name="Over">How the thing and its chain stood; once they move the half counts no longer.</param>
public sealed record FirstCheck(string StepId, string Target, int Version, Signature Signature, DateTimeOffset At, string Over);
