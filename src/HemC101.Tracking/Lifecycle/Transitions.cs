using System.Collections.Frozen;

namespace HemC101.Tracking.Lifecycle;

/// <summary>
/// The bare shape of each machine, read once from Stateless: which state a trigger leads to, guards left aside.
/// Folding history uses it, because what has happened was judged when it happened.
/// </summary>
public static class Transitions
{
    private static readonly FrozenDictionary<(ProductState, ProductTrigger), ProductState> Product =
        new ProductLifecycle(default, []).Transitions().ToFrozenDictionary();

    private static readonly FrozenDictionary<(CollectionState, CollectionTrigger), CollectionState> Collection =
        new CollectionLifecycle(default, []).Transitions().ToFrozenDictionary();

    private static readonly FrozenDictionary<(BatchState, BatchTrigger), BatchState> Batch =
        new BatchLifecycle(default, []).Transitions().ToFrozenDictionary();

    private static readonly FrozenDictionary<(UnitState, UnitTrigger), UnitState> Unit =
        new UnitLifecycle(default, []).Transitions().ToFrozenDictionary();

    private static readonly FrozenDictionary<(BagState, BagTrigger), BagState> Bag =
        new DoseBagLifecycle(default, []).Transitions().ToFrozenDictionary();

    /// <returns>Null when the state knows no such trigger.</returns>
    public static ProductState? Next(ProductState from, ProductTrigger trigger) => Find(Product, from, trigger);

    /// <inheritdoc cref="Next(ProductState, ProductTrigger)"/>
    public static CollectionState? Next(CollectionState from, CollectionTrigger trigger) => Find(Collection, from, trigger);

    /// <inheritdoc cref="Next(ProductState, ProductTrigger)"/>
    public static BatchState? Next(BatchState from, BatchTrigger trigger) => Find(Batch, from, trigger);

    /// <inheritdoc cref="Next(ProductState, ProductTrigger)"/>
    public static UnitState? Next(UnitState from, UnitTrigger trigger) => Find(Unit, from, trigger);

    /// <inheritdoc cref="Next(ProductState, ProductTrigger)"/>
    public static BagState? Next(BagState from, BagTrigger trigger) => Find(Bag, from, trigger);

    private static TState? Find<TState, TTrigger>(FrozenDictionary<(TState, TTrigger), TState> table, TState from, TTrigger trigger)
        where TState : struct
        where TTrigger : struct =>
        table.TryGetValue((from, trigger), out var to) ? to : null;
}
