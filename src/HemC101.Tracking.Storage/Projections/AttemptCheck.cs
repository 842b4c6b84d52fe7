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
    /// <summary>Asked before the chains are looked at: an attempt that points past its entry is missing from there.</summary>
    public static async Task<DivergedRow?> FindAstrayAsync(Source source, CancellationToken ct) =>
        await FinishedAttempts.FindAstrayAsync(source, ct) is { } astray ? new("finished_attempt", astray, Divergence.Changed) : null;

    public static async Task<DivergedRow?> FindAsync(Source source, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var stream = ChainStreams.StreamOf(coi);
        var attempts = await FinishedAttempts.ListAsync(source, stream, ct);
        if (attempts.Zip(attempts.Skip(1)).FirstOrDefault(pair => pair.First.Version == pair.Second.Version) is { Second: { } second })
        {
            return new("finished_attempt", second.AttemptId, Divergence.Foreign);
        }

        var finished = attempts.Select(attempt => attempt.Version).ToHashSet();
        if (ActsIn(history).FirstOrDefault(act => IsStep(act) && !finished.Contains(act[^1].Version)) is { } bare)
        {
            return new("finished_attempt", $"{stream} {bare[^1].Version}", Divergence.Missing);
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

    /// <summary>
    /// One act is one transaction: its entries stand one behind the other and say the same of who did it, where and when. Two alike in one
    /// millisecond are told apart by their beginning where nothing was scanned or signed, since such a step says its own thing once.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Happened>> ActsIn(IReadOnlyList<Happened> history)
    {
        List<Happened> act = [];
        foreach (var happened in history)
        {
            if (act.Count > 0 && !Continues(act, happened))
            {
                yield return act;
                act = [];
            }

            act.Add(happened);
        }

        yield return act;
    }

    private static bool Continues(List<Happened> act, Happened next) =>
        IsOne(act[^1].Act, next.Act)
        && act[^1].What is not StepRefused
        && !IsRefusal(next)
        && !(IsBare(act[0]) && next.What.GetType() == act[0].What.GetType());

    private static bool IsOne(Act one, Act other) =>
        one.Scans.SequenceEqual(other.Scans)
        && one.Signatures.SequenceEqual(other.Signatures)
        && (one.Paper?.Against ?? []).SequenceEqual(other.Paper?.Against ?? [])
        && one.Paper?.Sheet == other.Paper?.Sheet
        && one with { Scans = other.Scans, Signatures = other.Signatures, Paper = other.Paper } == other;

    /// <summary>A refusal leaves no evidence; neither does a sheet, nor a step that asks for none, and their attempts are finished all the same.</summary>
    private static bool IsStep(IReadOnlyList<Happened> act) =>
        act[0].Act.Scans.Count + act[0].Act.Signatures.Count > 0
        || (IsBare(act[0]) && !IsRefusal(act[0]));

    /// <summary>Whatever else a refusal does follows it.</summary>
    private static bool IsRefusal(Happened happened) => happened.What is StepRefused or ScanRefused or IdentityMismatched;

    private static bool IsBare(Happened happened) =>
        happened.Act.Scans.Count + happened.Act.Signatures.Count == 0
        && (happened.What is SheetIssued
            || StepCatalogue.Find(happened.Act.StepId) is { Scans.Count: 0, TargetScans: null, Signatures.Count: 0, TargetSignatures: null });

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
}
