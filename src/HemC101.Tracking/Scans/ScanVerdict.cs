using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

public enum Verdict
{
    Accepted,

    /// <summary>Another participant's thing: critical, nobody can confirm it.</summary>
    Mismatch,

    /// <summary>The right participant's other dose day: stop and return.</summary>
    WrongDay,

    /// <summary>A void, superseded or unknown print: full stop.</summary>
    VoidPrint,
    WrongKind,
    NotDue,
    Expired,
    Held,
    Unreadable,
    Duplicate,

    /// <summary>The right code, but not by the way it came: pasted, typed where one person signs, typed without a reason.</summary>
    EntryRefused,
}

/// <summary>What became of one scan, with the sentence for the person who scanned.</summary>
/// <param name="Demand">The demand it answered or failed; null when it fits none.</param>
/// <param name="Identifier">What was read; null when nothing could be read.</param>
public sealed record ScanVerdict(
    Verdict Kind,
    Text Sentence,
    string? Demand = null,
    string? Identifier = null,
    string? Expected = null,
    PrintSerial? Serial = null,
    HouseId? House = null)
{
    /// <summary>What had to be undone before the scan could be read.</summary>
    public Repairs Repairs { get; init; }

    /// <summary>Typed rightly, and accepted as soon as the reason is given.</summary>
    public bool WantsReason { get; init; }

    public bool IsAccepted => Kind == Verdict.Accepted;

    /// <summary>True for the three that mean: stop, do not go on with this thing.</summary>
    public bool IsStop => Stops(Kind);

    public static bool Stops(Verdict kind) => kind is Verdict.Mismatch or Verdict.WrongDay or Verdict.VoidPrint;
}
