using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Asks this edition of the rule book about the chains that another one found at rest.</summary>
public static class RestRefresh
{
    /// <returns>How many were looked at.</returns>
    public static async Task<int> RunAsync(Database database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var chains = await database.QueryAsync<CoiId>("select coi from chain where at_rest <> @Edition", new { RuleBook.Edition }, ct);
        foreach (var coi in chains)
        {
            var state = ChainState.Fold(await ChainStreams.HistoryAsync(database, coi, ct));
            if (state is not null)
            {
                await database.DecideAsync(uow => WriteAsync(uow, state, ct), ct);
            }
        }

        return chains.Count;
    }

    /// <summary>A chain that has moved on has been judged with its last event.</summary>
    private static async Task<int> WriteAsync(UnitOfWork uow, ChainState state, CancellationToken ct)
    {
        var written = await uow.ExecuteAsync(
            "update chain set at_rest = @AtRest where coi = @Coi and version = @Version",
            new { AtRest = Targets.IsAtRest(state) ? RuleBook.Edition : null, state.Coi, state.Version },
            ct);
        await uow.CommitAsync(ct);
        return written;
    }
}
