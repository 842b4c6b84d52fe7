using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
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
            ?? await RowComparison.FindAsync(
                "alarm", key, await AlarmCheck.ExpectedAsync(source, coi, history, ct), () => AlarmCheck.ActualAsync(source, coi, ct), row => row.Key)
            ?? await RowComparison.FindAsync("label_print", key, ExpectedPrints.Of(history), () => PrintsAsync(source, coi, ct), row => $"{row.Serial}")
            ?? await RowComparison.LegibleAsync("print_job", key, () => PrintJobCheck.FindAsync(source, state, ct))
            ?? await SheetNumbersAsync(source, state, ct)
            ?? await RowComparison.FindAsync(
                "sealed_check", key, SealedCheckLine.Of(coi, history), () => SealedCheckLine.ListAsync(source, coi, ct), row => row.Key)
            ?? await RowComparison.LegibleAsync("participant", $"{state.Subject}", () => ParticipantAsync(source, state, ct))
            ?? await RowComparison.FindAsync(
                "former_identity", key, FormerIdentityLine.Of(state), () => FormerIdentityLine.ListAsync(source, state.Subject, ct), row => row.Key)
            ?? await RowComparison.LegibleAsync("free_text", key, () => TextsAsync(source, coi, history, ct))
            ?? await RowComparison.LegibleAsync("finished_attempt", key, () => AttemptCheck.FindAsync(source, coi, history, ct));
    }

    /// <summary>What another edition of the rule book found is believed by nobody, and stands there until it is looked at again.</summary>
    private static ChainLine Comparable(ChainLine row, ChainLine expected) =>
        row.AtRest is null || row.AtRest == RuleBook.Edition ? row : row with { AtRest = expected.AtRest };

    private static async Task<IReadOnlyList<LabelPrintRow>> PrintsAsync(Source source, CoiId coi, CancellationToken ct) =>
        [.. (await LabelPrints.ListAsync(source, coi, ct)).Select(ExpectedPrints.Comparable)];

    /// <summary>Every text that an event speaks of is kept, and no other; what it says only the key ring can tell.</summary>
    private static async Task<DivergedRow?> TextsAsync(Source source, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var kept = (await FreeTexts.ListIdsAsync(source, ChainStreams.StreamOf(coi), ct)).ToHashSet();
        var told = history.SelectMany(happened => happened.Texts).ToHashSet();
        return told.Except(kept).FirstOrDefault() is var missing && missing != default ? new("free_text", $"{missing}", Divergence.Missing)
            : kept.Except(told).FirstOrDefault() is var foreign && foreign != default ? new("free_text", $"{foreign}", Divergence.Foreign)
            : null;
    }

    /// <summary>A sheet has no row of its own: the running number that it was given must be behind it for good.</summary>
    private static async Task<DivergedRow?> SheetNumbersAsync(Source source, ChainState state, CancellationToken ct)
    {
        var last = state.Sheets.Keys.Max(serial => (long?)serial.Number) ?? 0;
        return last > 0 && (await Numbers.PeekAsync(source, PrintSerial.Sequence, ct) ?? 0) <= last ? new("number_sequence", PrintSerial.Sequence, Divergence.Changed) : null;
    }

    private static async Task<DivergedRow?> ParticipantAsync(Source source, ChainState state, CancellationToken ct) =>
        await Participants.FindAsync(source, state.Subject, ct) is not { } row ? new("participant", $"{state.Subject}", Divergence.Missing)
        : row.PersonalDataHash.ToString() != state.PersonalDataHash || row.PatientKey != state.Patient
            ? new("participant", $"{state.Subject}", Divergence.Changed)
        : null;
}
