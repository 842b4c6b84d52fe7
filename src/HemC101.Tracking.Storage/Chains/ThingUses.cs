using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>
/// Things of the house traced forward: from a lot, a device or a position to participants, batches and bags. A lot stands for all its
/// deliveries.
/// </summary>
public static class ThingUses
{
    /// <returns>By participant's chain, then in the order of events.</returns>
    public static Task<IReadOnlyList<ThingUseRow>> ListAsync(Source source, HouseId thing, CancellationToken ct) =>
        source.QueryAsync<ThingUseRow>(
            $"""
            select house_id, coi, version, used_for, step_id, at
              from thing_use
             where house_id in ({HouseThings.SameLot})
             order by coi, version
            """,
            new { thing },
            ct);

    /// <returns>The chains that it was used on.</returns>
    public static Task<IReadOnlyList<ChainRow>> ListChainsAsync(Source source, HouseId thing, CancellationToken ct) =>
        source.QueryAsync<ChainRow>(
            $"""
            select coi, subject_no, product_state, held, version, changed_at
              from chain
             where coi in (select coi from thing_use where house_id in ({HouseThings.SameLot}))
             order by subject_no
            """,
            new { thing },
            ct);

    public static Task<IReadOnlyList<TracedBag>> ListBagsAsync(Source source, HouseId thing, CancellationToken ct) =>
        source.QueryAsync<TracedBag>(
            $"""
            select distinct dose_bag.bag, dose_bag.coi, dose_bag.batch, dose_bag.day, dose_bag.state
              from thing_use
              join dose_bag on dose_bag.coi = thing_use.coi
              join batch on batch.batch = dose_bag.batch
             where thing_use.house_id in ({HouseThings.SameLot})
               and thing_use.used_for in (dose_bag.bag, dose_bag.batch, batch.donation)
             order by dose_bag.coi, dose_bag.day, dose_bag.bag
            """,
            new { thing },
            ct);

    internal static Task AddAsync(UnitOfWork uow, CoiId coi, IEnumerable<Happened> happened, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into thing_use (house_id, coi, version, used_for, step_id, at)
            values (@HouseId, @Coi, @Version, @UsedFor, @StepId, @At)
            """,
            RowsOf(coi, happened),
            ct);

    internal static Task<int> ClearAsync(UnitOfWork uow, CancellationToken ct) => uow.ExecuteAsync("delete from thing_use", new { }, ct);

    internal static Task<IReadOnlyList<ThingUseRow>> ListOfChainAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<ThingUseRow>("select house_id, coi, version, used_for, step_id, at from thing_use where coi = @coi", new { coi }, ct);

    internal static IReadOnlyList<ThingUseRow> RowsOf(CoiId coi, IEnumerable<Happened> happened) =>
        [.. happened.SelectMany(ThingUse.Of).Select(use => new ThingUseRow
        {
            HouseId = use.Thing,
            Coi = coi,
            Version = use.Version,
            UsedFor = use.For,
            StepId = use.StepId,
            At = Instants.CutToMilliseconds(use.At),
        })];
}
