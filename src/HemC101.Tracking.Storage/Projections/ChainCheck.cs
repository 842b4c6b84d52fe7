using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Everything that stands beside the ledger about one chain.</summary>
internal static class ChainCheck
{
    public static async Task<DivergedRow?> FindAsync(Source source, ChainState state, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var lines = ChainLines.Of(state, history[^1].Act.RecordedAt);
        var (coi, key) = (state.Coi, $"{state.Coi}");
        return await RowComparison.FindAsync(
                "chain", key, [lines.Chain], async () => await ChainProjection.FindChainAsync(source, coi, ct) is { } row ? [Comparable(row, lines.Chain)] : [], _ => key)
            ?? await RowComparison.FindAsync(
                "collection", key, lines.Collections, () => ChainProjection.ListCollectionsAsync(source, coi, ct), row => $"{row.Donation}")
            ?? await RowComparison.FindAsync("batch", key, lines.Batches, () => ChainProjection.ListBatchesAsync(source, coi, ct), row => $"{row.Batch}")
            ?? await RowComparison.FindAsync("dose_bag", key, lines.Bags, () => ChainProjection.ListBagsAsync(source, coi, ct), row => $"{row.Bag}")
            ?? await RowComparison.FindAsync(
                "thing_use", key, ThingUses.RowsOf(coi, history), () => ThingUses.ListOfChainAsync(source, coi, ct), row => $"{row.HouseId} {row.Coi} {row.Version}")
            ?? await RowComparison.FindAsync("label_print", key, ExpectedPrints.Of(history), () => PrintsAsync(source, coi, ct), row => $"{row.Serial}")
            ?? await RowComparison.LegibleAsync("participant", $"{state.Subject}", () => ParticipantAsync(source, state, ct))
            ?? await RowComparison.LegibleAsync("finished_attempt", key, () => AttemptsAsync(source, coi, history, ct));
    }

    /// <summary>What another edition of the rule book found is believed by nobody, and stands there until it is looked at again.</summary>
    private static ChainLine Comparable(ChainLine row, ChainLine expected) =>
        row.AtRest is null || row.AtRest == RuleBook.Edition ? row : row with { AtRest = expected.AtRest };

    private static async Task<IReadOnlyList<LabelPrintRow>> PrintsAsync(Source source, CoiId coi, CancellationToken ct) =>
        [.. (await LabelPrints.ListAsync(source, coi, ct)).Select(ExpectedPrints.Comparable)];

    private static async Task<DivergedRow?> ParticipantAsync(Source source, ChainState state, CancellationToken ct) =>
        await Participants.FindAsync(source, state.Subject, ct) is not { } row ? new("participant", $"{state.Subject}", Divergence.Missing)
        : row.PersonalDataHash.ToString() != state.PersonalDataHash || row.PatientKey != state.Patient
            ? new("participant", $"{state.Subject}", Divergence.Changed)
        : null;

    /// <summary>A finished attempt points at its entry, and every scan that the entry rests on is kept with it.</summary>
    private static async Task<DivergedRow?> AttemptsAsync(Source source, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var stream = ChainStreams.StreamOf(coi);
        var scans = (await StepScans.ListEvidenceAsync(source, stream, ct)).ToLookup(scan => scan.AttemptId);
        foreach (var attempt in await FinishedAttempts.ListAsync(source, stream, ct))
        {
            if (attempt.Version > history.Count || Instants.CutToMilliseconds(history[attempt.Version - 1].Act.RecordedAt) != attempt.At)
            {
                return new("finished_attempt", attempt.AttemptId, Divergence.Changed);
            }

            var kept = scans[attempt.AttemptId].Select(scan => scan.Raw).ToHashSet();
            if (history[attempt.Version - 1].Act.Scans.Any(scan => !kept.Contains(scan.Raw)))
            {
                return new("scan", attempt.AttemptId, kept.Count == 0 ? Divergence.Missing : Divergence.Changed);
            }
        }

        return null;
    }
}
