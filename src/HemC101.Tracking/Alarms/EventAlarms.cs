using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Alarms;

/// <summary>Which events call somebody. Pure: the same history always raises the same alarms.</summary>
public static class EventAlarms
{
    /// <summary>Tests of sterility bear this name in every specification.</summary>
    private const string Sterility = "sterility";

    /// <summary>The reason of a hold, and a doubt at receipt.</summary>
    private const string Temperature = Hold.Temperature;

    private static readonly BagState[] Out =
    [
        BagState.Issued, BagState.InTransit, BagState.OnWard, BagState.Cleared, BagState.Thawing, BagState.Thawed, BagState.Verified, BagState.Infusing,
        BagState.Paused,
    ];

    /// <summary>Folds on, and collects what was raised on the way.</summary>
    /// <param name="before">Null when the chain is opened.</param>
    /// <param name="happened">One or more, in order.</param>
    public static (ChainState After, IReadOnlyList<RaisedAlarm> Raised) Fold(ChainState? before, IEnumerable<Happened> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        List<RaisedAlarm> raised = [];
        foreach (var next in happened)
        {
            var after = before is null ? ChainState.Fold([next])! : before.Apply(next);
            if (before is not null)
            {
                raised.AddRange(
                    from alarm in Of(before, after, next.What).Distinct()
                    from to in AlarmBook.Of(alarm.Kind).Groups
                    select new RaisedAlarm(alarm.Kind, to, after.Coi, after.Subject, alarm.Bag, next.Version, next.Act.RecordedAt));
            }

            before = after;
        }

        return (before ?? throw new ArgumentException("Nothing happened.", nameof(happened)), raised);
    }

    private static IEnumerable<(AlarmKind Kind, DoseBagId? Bag)> Of(ChainState before, ChainState after, ChainEvent what) => what switch
    {
        QcResultRecorded { Test: QcTest.Str, Verdict: QcVerdict.Fail } => [(AlarmKind.IdentityMismatch, null)],
        QcResultRecorded or RecordCorrected => NewFailures(before, after).Select(kind => (kind, (DoseBagId?)null)),
        // The dose that it was signed for is lost; the bag of the new one waits for a readiness of its own.
        ReadinessRevoked { Reason: ReadinessRevoked.Redesignated } => [],
        ReadinessRevoked revoked => [(AlarmKind.GoRevoked, BagOf(before, revoked.Day))],
        ToleranceRevoked or ToleranceDecided { Decided: not Tolerance.Go } when before.ToleranceDecision?.Decided == Tolerance.Go =>
            [(AlarmKind.GoRevoked, BagOf(before, 2))],
        BagRecalled recalled when IsOut(before.Find(recalled.Bag)) => [(AlarmKind.IssuedBagRecalled, recalled.Bag)],
        HoldPlaced hold => OfHold(before, after, hold),
        CollectionQuarantined quarantined when quarantined.Doubts.Contains(Temperature) => [(AlarmKind.ConditionsExceeded, null)],
        IdentityMismatched mismatch => [(AlarmKind.IdentityMismatch, mismatch.Bag)],
        ThingWithdrawn { Given.Count: > 0 } gone => [(AlarmKind.GivenRecalled, gone.Given[0])],
        BagLost lost => [(AlarmKind.WhereaboutsUnknown, lost.Bag)],
        BagMisrouted strayed => [(AlarmKind.WhereaboutsUnknown, strayed.Bag)],
        BagMiscounted counted => [(AlarmKind.WhereaboutsUnknown, counted.Bag)],
        CollectionLost or CollectionMisrouted => [(AlarmKind.WhereaboutsUnknown, null)],
        BagLocked { Reason: BagLocked.AtAnother } locked => [(AlarmKind.IdentityMismatch, locked.Bag)],
        BagLocked { Reason: "seal-temperature-or-time" or "seal-or-logger" } locked => [(AlarmKind.ConditionsExceeded, locked.Bag)],
        _ => [],
    };

    /// <summary>A result that fails now and did not before, entered or corrected: growth always, another one when cells may be given or were.</summary>
    private static IEnumerable<AlarmKind> NewFailures(ChainState before, ChainState after) =>
        from batch in after.Batches
        let known = before.Find(batch.Number)?.Failures
        from code in batch.Failures.Keys
        where known?.ContainsKey(code) != true
        let grows = code.StartsWith(Sterility, StringComparison.Ordinal)
        where grows || batch.MayBeGiven || batch.Specification.Test(code).Stage > 1
        select grows ? AlarmKind.SterilityPositive : AlarmKind.TestFailedLate;

    private static IEnumerable<(AlarmKind Kind, DoseBagId? Bag)> OfHold(ChainState before, ChainState after, HoldPlaced hold)
    {
        // One call for a chain, of however many things are held in it.
        if (hold is { Reason: Hold.Recall, Thing: { } thing } && !before.Holds.Exists(standing => standing.Thing == thing))
        {
            yield return (AlarmKind.LotRecalled, null);
        }

        foreach (var bag in after.Bags.Where(bag => IsOut(bag) && Reaches(after, hold, bag)))
        {
            yield return (AlarmKind.IssuedBagHeld, bag.Id);
        }

        if (hold.Reason == Temperature)
        {
            yield return (AlarmKind.ConditionsExceeded, DoseBagId.TryParse(hold.Of, null, out var bag) ? bag : null);
        }
    }

    private static bool Reaches(ChainState chain, HoldPlaced hold, DoseBag bag) =>
        chain.HoldsOver(chain.Find(bag.Batch)?.Donation.ToString(), $"{bag.Batch}", $"{bag.Id}").Any(standing => standing.Number == hold.Number);

    private static bool IsOut(DoseBag? bag) => bag is not null && Out.Contains(bag.State);

    private static DoseBagId? BagOf(ChainState chain, int day) => chain.BagsOf(day).LastOrDefault(bag => !bag.IsTerminal)?.Id;
}
