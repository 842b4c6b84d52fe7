using System.Collections.Concurrent;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Web.Steps;

/// <summary>
/// Chains, folded. What was folded once is kept and only continued, which an append-only history allows; the ledger is asked each time,
/// so that nothing older than the last commit is ever answered, nor anything that a server lost when another took its place. What only a unit of work has seen is not kept: it may never be committed.
/// </summary>
public sealed class ChainDesk
{
    /// <summary>Beyond it all are let go: a site has about sixty, and memory has an end.</summary>
    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<CoiId, ChainState> _folded = new();

    /// <returns>Null when there is no such chain.</returns>
    public async Task<ChainState?> FindAsync(Source source, CoiId coi, CancellationToken ct)
    {
        var known = _folded.GetValueOrDefault(coi);
        if (await ChainStreams.HistoryAfterAsync(source, known, coi, ct) is not { } news)
        {
            (known, news) = (null, await ChainStreams.HistoryAsync(source, coi, ct));
        }

        if (news.Count == 0)
        {
            return known;
        }

        var state = known is null ? ChainState.Fold(news)! : news.Aggregate(known, (before, next) => before.Apply(next));
        if (source is not UnitOfWork)
        {
            Keep(state);
        }

        return state;
    }

    /// <returns>Those on which something may be due.</returns>
    public Task<IReadOnlyList<ChainState>> ListAwakeAsync(Source source, CancellationToken ct) => FoldAsync(ChainRows.ListAwakeAsync, source, ct);

    public Task<IReadOnlyList<ChainState>> ListAsync(Source source, CancellationToken ct) => FoldAsync(ChainRows.ListAsync, source, ct);

    /// <param name="state">Committed, and durable.</param>
    public void Keep(ChainState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_folded.Count >= MostKept)
        {
            _folded.Clear();
        }

        _folded[state.Coi] = state;
    }

    private async Task<IReadOnlyList<ChainState>> FoldAsync(
        Func<Source, CancellationToken, Task<IReadOnlyList<ChainRow>>> list, Source source, CancellationToken ct)
    {
        List<ChainState> chains = [];
        foreach (var row in await list(source, ct))
        {
            var known = _folded.GetValueOrDefault(row.Coi);
            if ((known?.Version == row.Version ? known : await FindAsync(source, row.Coi, ct)) is { } chain)
            {
                chains.Add(chain);
            }
        }

        return chains;
    }
}
