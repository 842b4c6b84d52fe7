using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>The rows of one chain, written as a whole from its folded state.</summary>
public static class ChainProjection
{
    public static async Task WriteAsync(UnitOfWork uow, ChainState state, DateTimeOffset at, CancellationToken ct)
    {
        await uow.ExecuteAsync(
            """
            insert into chain (coi, subject_no, patient_key, product_state, held, version, changed_at)
            values (@Coi, @Subject, @Patient, @Product, @Held, @Version, @at)
            on conflict (coi) do update
               set product_state = excluded.product_state, held = excluded.held,
                   version = excluded.version, changed_at = excluded.changed_at
            """,
            new { state.Coi, state.Subject, state.Patient, state.Product, Held = !state.Holds.IsEmpty, state.Version, at },
            ct);
        await WriteCollectionsAsync(uow, state, ct);
        await WriteBatchesAsync(uow, state, ct);
        await WriteBagsAsync(uow, state, ct);
    }

    private static Task<int> WriteCollectionsAsync(UnitOfWork uow, ChainState state, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into collection (donation, coi, state)
            values (@Donation, @Coi, @State)
            on conflict (donation) do update
               set state = excluded.state
            """,
            state.Collections.Select(item => new { item.Donation, state.Coi, item.State }),
            ct);

    private static Task<int> WriteBatchesAsync(UnitOfWork uow, ChainState state, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into batch (batch, coi, donation, state)
            values (@Number, @Coi, @Donation, @State)
            on conflict (batch) do update
               set state = excluded.state
            """,
            state.Batches.Select(item => new { item.Number, state.Coi, item.Donation, item.State }),
            ct);

    private static Task<int> WriteBagsAsync(UnitOfWork uow, ChainState state, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            insert into dose_bag (bag, coi, batch, day, state, position, expires_at, locked)
            values (@Id, @Coi, @Batch, @Day, @State, @Position, @ExpiresAt, @Locked)
            on conflict (bag) do update
               set state = excluded.state, position = excluded.position, locked = excluded.locked
            """,
            state.Bags.Select(bag => new { bag.Id, state.Coi, bag.Batch, bag.Day, bag.State, bag.Position, bag.ExpiresAt, bag.Locked }),
            ct);
}
