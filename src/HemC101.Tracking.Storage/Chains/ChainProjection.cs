using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>The rows of one chain, written as a whole from its folded state.</summary>
public static class ChainProjection
{
    public static async Task WriteAsync(UnitOfWork uow, ChainState state, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        var lines = ChainLines.Of(state, at);
        await uow.ExecuteAsync(
            """
            insert into chain (coi, subject_no, patient_key, product_state, held, version, changed_at, at_rest)
            values (@Coi, @SubjectNo, @PatientKey, @ProductState, @Held, @Version, @ChangedAt, @AtRest)
            on conflict (coi) do update
               set product_state = excluded.product_state, held = excluded.held,
                   version = excluded.version, changed_at = excluded.changed_at,
                   at_rest = excluded.at_rest
            """,
            lines.Chain,
            ct);
        await uow.ExecuteAsync(
            """
            insert into collection (donation, coi, state)
            values (@Donation, @Coi, @State)
            on conflict (donation) do update
               set state = excluded.state
            """,
            lines.Collections,
            ct);
        await uow.ExecuteAsync(
            """
            insert into batch (batch, coi, donation, state)
            values (@Batch, @Coi, @Donation, @State)
            on conflict (batch) do update
               set state = excluded.state
            """,
            lines.Batches,
            ct);
        await uow.ExecuteAsync(
            """
            insert into dose_bag (bag, coi, batch, day, state, position, expires_at, locked)
            values (@Bag, @Coi, @Batch, @Day, @State, @Position, @ExpiresAt, @Locked)
            on conflict (bag) do update
               set state = excluded.state, position = excluded.position, locked = excluded.locked
            """,
            lines.Bags,
            ct);
    }

    internal static Task<ChainLine?> FindChainAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.FindAsync<ChainLine>(
            "select coi, subject_no, patient_key, product_state, held, version, changed_at, at_rest from chain where coi = @coi", new { coi }, ct);

    internal static Task<IReadOnlyList<CollectionLine>> ListCollectionsAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<CollectionLine>("select donation, coi, state from collection where coi = @coi", new { coi }, ct);

    internal static Task<IReadOnlyList<BatchLine>> ListBatchesAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<BatchLine>("select batch, coi, donation, state from batch where coi = @coi", new { coi }, ct);

    internal static Task<IReadOnlyList<BagLine>> ListBagsAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<BagLine>(
            "select bag, coi, batch, day, state, position, expires_at, locked from dose_bag where coi = @coi", new { coi }, ct);

    /// <summary>Every row goes, and is made anew by <see cref="WriteAsync"/>.</summary>
    internal static async Task ClearAsync(UnitOfWork uow, CancellationToken ct)
    {
        foreach (var sql in new[] { "delete from dose_bag", "delete from batch", "delete from collection", "delete from chain" })
        {
            await uow.ExecuteAsync(sql, new { }, ct);
        }
    }
}
