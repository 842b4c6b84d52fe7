using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Alarms;
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
            await RaiseMissingAsync(uow, coi, history, ct);
        }

        return chains.Count;
    }

    /// <summary>Alarms that are there stay, with what was done about them; one that was lost is raised, and called for, again.</summary>
    private static async Task RaiseMissingAsync(UnitOfWork uow, CoiId coi, IReadOnlyList<Happened> history, CancellationToken ct)
    {
        var isTelling = await AlarmRows.IsTellingAsync(uow, coi, ct);
        foreach (var raised in EventAlarms.Fold(null, history).Raised.Where(isTelling))
        {
            await AlarmRows.RaiseAsync(uow, AlarmRow.Of(raised), ct);
        }
    }
}
