using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>The rows of one chain, written from its folded state.</summary>
public static class ChainProjection
{
    private const string InsertSql =
        """
        insert into chain (coi, subject_no, patient_key, product_state, held, version, changed_at, at_rest)
        values (@Coi, @SubjectNo, @PatientKey, @ProductState, @Held, @Version, @ChangedAt, @AtRest)
        on conflict (coi) do update
           set product_state = excluded.product_state, held = excluded.held,
               version = excluded.version, changed_at = excluded.changed_at,
               at_rest = excluded.at_rest
        """;

    /// <summary>Whose chain it is was settled when it began: nearly every step finds the row and need not look whether another has its numbers.</summary>
    private const string UpdateSql =
        """
        update chain
           set product_state = @ProductState, held = @Held, version = @Version, changed_at = @ChangedAt, at_rest = @AtRest
         where coi = @Coi
        """;

    /// <param name="uow">The transaction that the events are written in, too.</param>
    /// <param name="before">Whose rows lie there; what has not changed since is left alone. Null writes every row.</param>
    /// <param name="after">Folded.</param>
    /// <param name="at">When its last event was recorded.</param>
    /// <param name="ct">Stops the writing, and with it the unit of work.</param>
    public static async Task WriteAsync(UnitOfWork uow, ChainState? before, ChainState after, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        ArgumentNullException.ThrowIfNull(after);
        var line = ChainLine.Of(after, at);
        if (before is null || await uow.ExecuteAsync(UpdateSql, line, ct) == 0)
        {
            await uow.ExecuteAsync(InsertSql, line, ct);
        }

        if (before is not null && after.LeftThingsAsIn(before))
        {
            return;
        }

        await WriteChangedAsync(
            uow,
            """
            insert into collection (donation, coi, state)
            values (@Donation, @Coi, @State)
            on conflict (donation) do update
               set state = excluded.state
             where collection.coi = excluded.coi
            """,
            CollectionLine.Of,
            before,
            after,
            ct);
        await WriteChangedAsync(
            uow,
            """
            insert into batch (batch, coi, donation, state)
            values (@Batch, @Coi, @Donation, @State)
            on conflict (batch) do update
               set state = excluded.state
             where batch.coi = excluded.coi
            """,
            BatchLine.Of,
            before,
            after,
            ct);
        await WriteChangedAsync(
            uow,
            """
            insert into dose_bag (bag, coi, batch, day, state, position, expires_at, locked)
            values (@Bag, @Coi, @Batch, @Day, @State, @Position, @ExpiresAt, @Locked)
            on conflict (bag) do update
               set day = excluded.day, state = excluded.state, position = excluded.position, locked = excluded.locked
             where dose_bag.coi = excluded.coi
            """,
            BagLine.Of,
            before,
            after,
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

    private static async Task WriteChangedAsync<TLine>(
        UnitOfWork uow, string sql, Func<ChainState, IReadOnlyList<TLine>> linesOf, ChainState? before, ChainState after, CancellationToken ct)
    {
        var lines = linesOf(after);
        if (before is not null)
        {
            lines = [.. lines.Except(linesOf(before))];
        }

        if (lines.Count > 0 && await uow.ExecuteAsync(sql, lines, ct) != lines.Count)
        {
            throw new InvalidOperationException($"A number of chain {after.Coi} is another chain's already. Run the command verify.");
        }
    }
}
