using System.Text.Json;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What stands behind the pages that people sign outside of the chains: a finished attempt at the first entry of each act.</summary>
internal static class HouseAttemptCheck
{
    private const string ActsSql =
        """
        select position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash
          from ledger
         where type in ('StudySettingsIssued', 'StudyHoldPlaced', 'StudyHoldReleased', 'LabelTemplatesApproved', 'RecallLifted', 'MockRecallFiled',
                        'TrailReviewed', 'FallbackSetPrinted', 'FallbackSetIssued', 'FallbackSetDestroyed', 'FallbackSetsCounted')
         order by position
        """;

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        var acts = ActsIn(await source.QueryAsync<LedgerEntry>(ActsSql, null, ct)).ToDictionary(entry => (entry.Stream, entry.Version), entry => entry.RecordedAt);
        HashSet<(string, int)> finished = [];
        foreach (var attempt in await FinishedAttempts.ListOfHouseAsync(source, ct))
        {
            if (!acts.TryGetValue((attempt.Stream, attempt.Version), out var at) || at != attempt.At)
            {
                return new("finished_attempt", attempt.AttemptId, Divergence.Changed);
            }

            if (!finished.Add((attempt.Stream, attempt.Version)))
            {
                return new("finished_attempt", attempt.AttemptId, Divergence.Foreign);
            }
        }

        return acts.Keys.Where(act => !finished.Contains(act)).OrderBy(act => act.Stream, StringComparer.Ordinal).ThenBy(act => act.Version)
            .Select(act => new DivergedRow("finished_attempt", $"{act.Stream} {act.Version}", Divergence.Missing)).FirstOrDefault();
    }

    /// <summary>Several sets that are printed or issued at once have an entry each, one behind the other; every other act is one entry.</summary>
    private static IEnumerable<LedgerEntry> ActsIn(IReadOnlyList<LedgerEntry> entries) =>
        entries.Where((entry, i) => i == 0 || !IsOneAct(entries[i - 1], entry));

    private static bool IsOneAct(LedgerEntry before, LedgerEntry entry) =>
        (before.Type, before.Position + 1, before.RecordedAt) == (entry.Type, entry.Position, entry.RecordedAt)
        && before.Stream != entry.Stream
        && SignaturesOf(before) == SignaturesOf(entry);

    private static string SignaturesOf(LedgerEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.GetProperty("Signatures").GetRawText();
    }
}
