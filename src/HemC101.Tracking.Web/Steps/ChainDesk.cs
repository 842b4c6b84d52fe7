using System.Runtime.CompilerServices;
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
    /// <summary>Some 24 megabytes when all of them have gone the whole way; a site has about sixty under way.</summary>
    private const int MostKept = 150;

    private readonly FoldedChains _folded;

    public ChainDesk()
        : this(MostKept)
    {
    }

    internal ChainDesk(int mostKept) => _folded = new(mostKept);

    /// <returns>Null when there is no such chain.</returns>
    public Task<ChainState?> FindAsync(Source source, CoiId coi, CancellationToken ct) => FindAsync(source, coi, _folded.Find(coi), isPassing: false, ct);

    /// <summary>Those on which something may be due, one after the other: after an upgrade it may be all there ever were.</summary>
    public IAsyncEnumerable<ChainState> ListAwakeAsync(Source source, CancellationToken ct) => FoldAsync(ChainRows.ListAwakeAsync, source, ct);

    /// <summary>By subject number, one after the other: all of them at once may be more than memory holds.</summary>
    public IAsyncEnumerable<ChainState> ListAsync(Source source, CancellationToken ct) => FoldAsync(ChainRows.ListAsync, source, ct);

    /// <param name="state">Committed, and durable.</param>
    public void Keep(ChainState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _folded.Keep(state, isPassing: false);
    }

    private async Task<ChainState?> FindAsync(Source source, CoiId coi, ChainState? known, bool isPassing, CancellationToken ct)
    {
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
            _folded.Keep(state, isPassing);
        }

        return state;
    }

    private async IAsyncEnumerable<ChainState> FoldAsync(
        Func<Source, CancellationToken, Task<IReadOnlyList<ChainRow>>> list, Source source, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in await list(source, ct))
        {
            var known = _folded.Find(row.Coi);
            if ((known?.Version == row.Version ? known : await FindAsync(source, row.Coi, known, isPassing: true, ct)) is { } chain)
            {
                yield return chain;
            }
        }
    }
}
