using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Scans;

/// <summary>What a page says of how a code came in. Only what speaks against it is believed without evidence.</summary>
/// <param name="Said">Null when the page says nothing, as it does without script.</param>
/// <param name="Timing">Null when nobody measured.</param>
/// <param name="Reason">Why it was typed; null when nobody was asked.</param>
public sealed record EntryClaim(EntryMethod? Said = null, KeyTiming? Timing = null, TypedReason? Reason = null)
{
    public static EntryClaim None { get; } = new();
}
