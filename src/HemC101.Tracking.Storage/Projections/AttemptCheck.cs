using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What stands behind the steps of one chain: a finished attempt for each, and every scan it rests on, as it is in the ledger.</summary>
internal static class AttemptCheck
{
    public static async Task<DivergedRow?> FindAsync(Source source, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var stream = ChainStreams.StreamOf(coi);
        var attempts = await FinishedAttempts.ListAsync(source, stream, ct);
        if (attempts.FirstOrDefault(attempt => !PointsAtItsEntry(attempt, history)) is { } astray)
        {
            return new("finished_attempt", astray.AttemptId, Divergence.Changed);
        }

        var taken = attempts.Where(attempt => !IsHalf(attempt, history)).Select(attempt => ActOf(attempt, history)).ToLookup(Moment.Of);
        var finished = attempts.Select(attempt => attempt.Version).ToHashSet();
        var refused = history.Where(happened => happened.What is StepRefused or ScanRefused or IdentityMismatched).Select(happened => Moment.Of(happened.Act)).ToHashSet();
        if (history.FirstOrDefault(happened => happened.What is FirstCheckFinished
            ? !finished.Contains(happened.Version)
            : IsStep(happened, refused) && !taken[Moment.Of(happened.Act)].Any(act => IsSame(act, happened.Act))) is { } bare)
        {
            return new("finished_attempt", $"{stream} {bare.Version}", Divergence.Missing);
        }

        var sealedAttempts = (await SealedChecks.ListAsync(source, coi, ct)).ToDictionary(half => half.Version, half => half.AttemptId);
        if (attempts.FirstOrDefault(attempt => IsHalf(attempt, history) && sealedAttempts.GetValueOrDefault(attempt.Version) != attempt.AttemptId) is { } strange)
        {
            return new("sealed_check", $"{coi} {strange.Version}", Divergence.Changed);
        }

        var scans = (await StepScans.ListEvidenceAsync(source, stream, ct)).ToLookup(scan => scan.AttemptId);
        return attempts
            .Select(attempt => ScansOf(attempt, history[attempt.Version - 1].Act, [.. Behind(attempt, attempts, history).SelectMany(each => scans[each.AttemptId])]))
            .FirstOrDefault(found => found is not null);
    }

    private static bool IsHalf(FinishedAttempt attempt, IReadOnlyList<Happened> history) => history[attempt.Version - 1].What is FirstCheckFinished;

    /// <summary>A step that two people checked apart rests on the scans of both: on its own attempt and on a first half of the same step.</summary>
    private static IEnumerable<FinishedAttempt> Behind(
        FinishedAttempt attempt, IReadOnlyList<FinishedAttempt> attempts, IReadOnlyList<Happened> history) => attempts.Where(other =>
            other == attempt
            || (other.Version < attempt.Version && IsHalf(other, history)
                && history[other.Version - 1].Act.StepId == history[attempt.Version - 1].Act.StepId));

    private static bool PointsAtItsEntry(FinishedAttempt attempt, IReadOnlyList<Happened> history) =>
        attempt.Version >= 1
        && attempt.Version <= history.Count
        && Instants.CutToMilliseconds(history[attempt.Version - 1].Act.RecordedAt) == attempt.At;

    /// <summary>A refusal leaves no evidence; neither does a sheet, nor a step that asks for none, and their attempts are finished all the same.</summary>
    private static bool IsStep(Happened happened, HashSet<Moment> refused) =>
        happened.Act.Scans.Count + happened.Act.Signatures.Count > 0
        || happened.What is SheetIssued
        || (!refused.Contains(Moment.Of(happened.Act))
            && StepCatalogue.Find(happened.Act.StepId) is { Scans.Count: 0, TargetScans: null, Signatures.Count: 0, TargetSignatures: null });

    private static Act ActOf(FinishedAttempt attempt, IReadOnlyList<Happened> history) => history[attempt.Version - 1].Act;

    /// <summary>The same step may be taken twice in one millisecond; then its scans, or what was signed, tell the two apart.</summary>
    private static bool IsSame(Act one, Act other) => one.Scans.SequenceEqual(other.Scans) && one.Signatures.SequenceEqual(other.Signatures);

    private static DivergedRow? ScansOf(FinishedAttempt attempt, Act act, IReadOnlyList<StepScanRow> kept) =>
        act.Scans.All(scan => kept.Any(row => row.Step == act.StepId && IsEvidence(scan, row))) ? null
        : new("scan", attempt.AttemptId, kept.Count == 0 ? Divergence.Missing : Divergence.Changed);

    private static bool IsEvidence(ScanEvidence scan, StepScanRow row) =>
        row.Verdict == nameof(Verdict.Accepted)
        && (row.Demand, row.Raw, row.Code, row.EntryMethod, row.At)
            == (scan.Demand, scan.Raw, scan.Identifier, scan.Entry.Key(), Instants.CutToMilliseconds(scan.At))
        && (row.TypedReason, row.KeyCount, row.KeyMedianMs, row.KeyEnd)
            == (scan.TypedBecause?.Key(), scan.Timing?.Keys, scan.Timing?.MedianMs, scan.Timing?.End.ToString())
        && (scan.By is not { } by || row.Person == by.ToString());

    /// <summary>One act is one transaction: all its entries were recorded at once.</summary>
    private readonly record struct Moment(string StepId, DateTimeOffset At)
    {
        public static Moment Of(Act act) => new(act.StepId, act.RecordedAt);
    }
}
