using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>
/// A thing of the house, a lot above all, that was withdrawn after it was used on the chain: what is left of it is held, and where
/// some of it has reached the participant the physician says what that means.
/// </summary>
/// <param name="UsedFor">Canonical texts of collections, batches and bags.</param>
/// <param name="Given">Bags that had reached the participant by then.</param>
public sealed record Recall(HouseId Thing, IReadOnlyList<string> UsedFor, IReadOnlyList<DoseBagId> Given)
{
    /// <summary>The physician has said what it means for the participant; false also where none of it reached them.</summary>
    public bool IsAssessed { get; init; }

    public bool AwaitsPhysician => Given.Count > 0 && !IsAssessed;

    /// <param name="usedFor">Canonical texts of the collections, batches and bags it was used for.</param>
    /// <returns>That it was withdrawn, and a hold over everything of it that can still be stopped. Nothing twice.</returns>
    public static IReadOnlyList<ChainEvent> Events(ChainState chain, HouseId thing, IEnumerable<string> usedFor)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var used = usedFor.Distinct().ToHashSet();
        var given = chain.Bags.Where(bag => bag.WasInfused || IsRunning(bag)).Where(bag => Descends(chain, bag, used)).Select(bag => bag.Id);
        var next = chain.HoldsEverPlaced;
        return
        [
            new ThingWithdrawn(thing, [.. used.Order(StringComparer.Ordinal)], [.. given]),
            .. Held(chain, used).Where(of => !chain.Holds.Exists(hold => hold.Thing == thing && hold.Of == of))
                .Select(of => new HoldPlaced(++next, of, Hold.Recall, StopsManufacture: false) { Thing = thing }),
        ];
    }

    /// <summary>The uppermost of what was touched and is still open: a hold reaches down.</summary>
    private static IEnumerable<string> Held(ChainState chain, HashSet<string> used)
    {
        var collections = chain.Collections.Where(item => used.Contains($"{item.Donation}")).ToList();
        var batches = chain.Batches.Where(batch => used.Contains($"{batch.Number}") && !collections.Exists(item => item.Donation == batch.Donation)).ToList();
        var bags = chain.Bags.Where(bag => used.Contains($"{bag.Id}") && !used.Contains($"{bag.Batch}")
            && !collections.Exists(item => item.Donation == chain.Find(bag.Batch)!.Donation));
        return
        [
            .. collections.Where(item => IsOpen(chain, item)).Select(item => $"{item.Donation}"),
            .. batches.Where(batch => IsOpen(chain, batch)).Select(batch => $"{batch.Number}"),
            .. bags.Where(IsOpen).Select(bag => $"{bag.Id}"),
        ];
    }

    private static bool IsOpen(ChainState chain, Collection collection) =>
        collection.State is not (CollectionState.Aborted or CollectionState.Rejected)
        && (chain.Batches.FindAll(batch => batch.Donation == collection.Donation) is not { Count: > 0 } made || made.Exists(batch => IsOpen(chain, batch)));

    private static bool IsOpen(ChainState chain, Batch batch) =>
        batch.State is not (BatchState.Rejected or BatchState.Failed) && !batch.IsSplit
        || chain.Bags.Exists(bag => bag.Batch == batch.Number && IsOpen(bag));

    /// <summary>A running one, too: it may be stopped and ended under a hold, and not begun again.</summary>
    private static bool IsOpen(DoseBag bag) => !bag.IsTerminal;

    private static bool IsRunning(DoseBag bag) => bag.State is BagState.Infusing or BagState.Paused;

    private static bool Descends(ChainState chain, DoseBag bag, HashSet<string> used) =>
        used.Contains($"{bag.Id}") || used.Contains($"{bag.Batch}") || used.Contains($"{chain.Find(bag.Batch)!.Donation}");
}
