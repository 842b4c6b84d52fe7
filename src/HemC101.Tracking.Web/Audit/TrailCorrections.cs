using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What was corrected in the chains of which a trail speaks.</summary>
internal static class TrailCorrections
{
    /// <param name="source">Where to read.</param>
    /// <param name="entries">Of the trail.</param>
    /// <param name="upTo">Position after which nothing is known; null knows everything.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>By stream, for those where something was corrected.</returns>
    public static async Task<IReadOnlyDictionary<string, CorrectionsMade>> ReadAsync(
        Source source, IReadOnlyList<LedgerEntry> entries, long? upTo, CancellationToken ct)
    {
        var corrected = new TrailFilter { Type = nameof(RecordCorrected), UpTo = upTo };
        var made = new Dictionary<string, CorrectionsMade>();
        foreach (var stream in entries.Select(entry => entry.Stream).Where(ChainStreams.IsChain).Distinct())
        {
            if (await Trail.FindNewestAsync(source, corrected with { Stream = stream }, ct) is not null)
            {
                var history = (await EventLedger.ReadStreamAsync(source, stream, ct)).Where(entry => !(entry.Position > upTo));
                made[stream] = CorrectionsMade.Of([.. history.Select(ChainStreams.Read)]);
            }
        }

        return made;
    }
}
