using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>A Safety step taken under doubt, or a step from paper, of which it is still to be confirmed who took it.</summary>
/// <param name="By">In whose name it stands.</param>
/// <param name="At">When it was taken.</param>
public sealed record SafetyAct(int Number, string StepId, string Target, StaffNumber By, DateTimeOffset At, IReadOnlyList<ActDoubt> Doubts)
{
    /// <summary>The person said that it was somebody else.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Since when the person can know that it waits for them.</summary>
    public DateTimeOffset Since { get; init; } = At;

    /// <summary>Who entered it from paper; null for what was done in the system itself.</summary>
    public StaffNumber? EnteredBy { get; init; }

    /// <summary>Where it stands on paper; null for what was done in the system itself.</summary>
    public SheetLine? Paper { get; init; }
}
