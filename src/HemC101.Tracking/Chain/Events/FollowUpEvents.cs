namespace HemC101.Tracking.Chain.Events;

/// <summary>Day 28 is done, and the participant was handed over: no bag of the chain is infused from here on (S2-19).</summary>
/// <param name="VisitOn">Day of the assessment.</param>
/// <param name="Extension">Consents to the extension; refused, only the 15 years of follow-up are left.</param>
public sealed record HandedOver(DateOnly VisitOn, bool Extension) : ChainEvent;

/// <summary>What became of the participant in follow-up; the data stay.</summary>
/// <param name="Status">A code.</param>
/// <param name="On">Since when.</param>
/// <param name="Document">Number in the contact log, or of the message.</param>
public sealed record FollowUpRecorded(string Status, DateOnly On, string Document) : ChainEvent;
