using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Chain;

/// <summary>One accepted scan that quality assurance looks at before release.</summary>
/// <param name="Version">Of the event it stood behind.</param>
/// <param name="Confirmed">The signatures of its step.</param>
public sealed record ScanToReview(int Version, string StepId, StaffNumber By, ScanEvidence Scan, IReadOnlyList<Signature> Confirmed);

/// <summary>The scans of a chain whose way of entry does not speak for itself: typed, pasted, unproven.</summary>
public static class ScansToReview
{
    /// <returns>Oldest first, each scan once although every event of its step carries it.</returns>
    public static IReadOnlyList<ScanToReview> Of(IEnumerable<Happened> history) =>
    [
        .. from happened in history
           from scan in happened.Act.Scans
           where IsToReview(scan.Entry)
           group happened by (happened.Act.StepId, scan) into same
           let first = same.MinBy(happened => happened.Version)
           orderby first.Version
           select new ScanToReview(first.Version, same.Key.StepId, same.Key.scan.By ?? first.Act.By, same.Key.scan, first.Act.Signatures),
    ];

    public static bool IsToReview(EntryMethod entry) => entry switch
    {
        EntryMethod.Scanned or EntryMethod.Camera => false,
        EntryMethod.Typed or EntryMethod.Pasted or EntryMethod.Unproven => true,
    };
}
