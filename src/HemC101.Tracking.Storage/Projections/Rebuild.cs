using HemC101.Tracking.Chain;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Makes the rows of all chains anew, from the ledger alone.</summary>
public static class Rebuild
{
    /// <param name="uow">One transaction: until it is committed everybody sees the old rows.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>How many chains there are.</returns>
    public static async Task<int> RunAsync(UnitOfWork uow, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        await EventLedger.HoldAsync(uow, ct);
        await ChainProjection.ClearAsync(uow, ct);
        await ThingUses.ClearAsync(uow, ct);
        var chains = await ChainStreams.ListAsync(uow, ct);
        foreach (var coi in chains)
        {
            var history = await ChainStreams.HistoryAsync(uow, coi, ct);
            await ChainProjection.WriteAsync(uow, null, ChainState.Fold(history)!, history[^1].Act.RecordedAt, ct);
            await ThingUses.AddAsync(uow, coi, history, ct);
        }

        return chains.Count;
    }
}
