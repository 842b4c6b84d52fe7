using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Folds the whole ledger once more and holds every row against it that was written beside it.</summary>
public static class ProjectionCheck
{
    /// <param name="session">One moment of a database whose ledger was found unaltered.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when all tables agree with the ledger.</returns>
    public static async Task<DivergedRow?> FindAsync(ReadSession session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (await AttemptCheck.FindAstrayAsync(session, ct) is { } astray)
        {
            return astray;
        }

        Dictionary<HouseId, CoiId> occupied = [];
        Dictionary<PrintSerial, PrintState> sets = [];
        foreach (var coi in await ChainStreams.ListAsync(session, ct))
        {
            var history = await ChainStreams.HistoryAsync(session, coi, ct);
            var state = ChainState.Fold(history)!;
            if (await ChainCheck.FindAsync(session, state, history, ct) is { } diverged)
            {
                return diverged;
            }

            foreach (var thing in state.OccupiedThings)
            {
                occupied[thing] = coi;
            }

            foreach (var label in HousePrintCheck.TakenBy(state, history))
            {
                sets[label.Serial] = label.State;
            }
        }

        return await ForeignRows.FindAsync(session, ct)
            ?? await RowComparison.LegibleAsync("label_print", "?", () => HousePrintCheck.FindAsync(session, sets, ct))
            ?? await CountCheck.FindAsync(session, ct)
            ?? await SecretCheck.FindAsync(session, ct)
            ?? await RowComparison.LegibleAsync("house_thing", "?", () => HouseCheck.FindAsync(session, occupied, ct))
            ?? await RowComparison.LegibleAsync("station_device", "?", () => StationCheck.FindAsync(session, ct))
            ?? await RowComparison.LegibleAsync("finished_attempt", "?", () => HouseAttemptCheck.FindAsync(session, ct))
            ?? await RowComparison.LegibleAsync("scanner_standing", "?", () => ScannerCheck.FindAsync(session, ct))
            ?? await RowComparison.LegibleAsync("person", "?", () => PersonCheck.FindAsync(session, ct))
            ?? await RowComparison.LegibleAsync("alarm", "?", () => AlarmCheck.FindAsync(session, ct));
    }
}
