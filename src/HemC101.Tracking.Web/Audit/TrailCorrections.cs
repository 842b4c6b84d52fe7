using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What was corrected in the chains of which a trail speaks; each chain is read once.</summary>
/// <param name="source">Where to read.</param>
/// <param name="upTo">Position after which nothing is known; null knows everything.</param>
internal sealed class TrailCorrections(Source source, long? upTo)
{
    private readonly TrailFilter _corrected = new() { Type = nameof(RecordCorrected), UpTo = upTo };
    private readonly Dictionary<string, CorrectionsMade> _made = [];

    /// <param name="entries">Of the trail.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>By stream, for every chain among the entries and those before them.</returns>
    public async Task<IReadOnlyDictionary<string, CorrectionsMade>> ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        foreach (var stream in entries.Select(entry => entry.Stream).Where(ChainStreams.IsChain).Distinct().Where(stream => !_made.ContainsKey(stream)))
        {
            _made[stream] = await OfAsync(stream, ct);
        }

        return _made;
    }

    private async Task<CorrectionsMade> OfAsync(string stream, CancellationToken ct)
    {
        if (await Trail.FindNewestAsync(source, _corrected with { Stream = stream }, ct) is null)
        {
            return CorrectionsMade.None;
        }

        var history = (await EventLedger.ReadStreamAsync(source, stream, ct)).Where(entry => !(entry.Position > upTo));
        return CorrectionsMade.Of([.. history.Select(ChainStreams.Read)]);
    }
}
