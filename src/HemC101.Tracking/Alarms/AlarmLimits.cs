namespace HemC101.Tracking.Alarms;

/// <summary>When a clock is worth a look; what the protocol owner decides stands in the study settings.</summary>
/// <param name="Issued">An issued bag is verified at the bed within this time.</param>
/// <param name="Readiness">So long before its end a readiness is shown.</param>
/// <param name="Start">So long before its end the time to start after the thaw is urgent.</param>
/// <param name="Expiry">So long before its expiry a bag is shown.</param>
/// <param name="Window">So long before the end of the Day 2 window a missing decision is urgent.</param>
public sealed record AlarmLimits(TimeSpan Issued, TimeSpan Readiness, TimeSpan Start, TimeSpan Expiry, TimeSpan Window);
