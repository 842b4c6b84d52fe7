using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Custody;

/// <summary>The time that a leg may take.</summary>
public static class Transit
{
    /// <returns>When the collection or bag should have arrived; null when it is not on its way, or is not late.</returns>
    public static DateTimeOffset? OverdueSince(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var due = facts.Bag is { } bag
            ? bag.State == BagState.InTransit ? bag.DepartedAt?.AddMinutes(bag.MaxTransportMinutes ?? 0) : null
            : facts.Collection is { State: CollectionState.InTransit } collection ? collection.DepartedAt?.AddMinutes(collection.MaxTransportMinutes ?? 0) : null;
        return due < facts.Now ? due : null;
    }
}
