using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Custody;

/// <summary>Where the containers of a chain have been, from its events.</summary>
public static class Whereabouts
{
    /// <returns>Every stay, also those that are over.</returns>
    public static IReadOnlyList<Stay> Of(ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        List<Stay> stays = [];
        Dictionary<string, Stay> open = [];
        Dictionary<DoseBagId, HouseId> packed = [];
        foreach (var (version, what, act) in chain.Past)
        {
            if (what is BagIssued issued)
            {
                packed[issued.Bag] = issued.Box;
            }

            if (Move(what, packed) is not var (of, where))
            {
                continue;
            }

            if (open.Remove(of, out var left))
            {
                stays.Add(left with { Until = act.At });
            }

            if (where is { } there)
            {
                open[of] = new(of, there, version, act.At, null);
            }
        }

        return [.. stays, .. open.Values];
    }

    /// <returns>What moved, and to where: null for a place that has no logger of its own. Null altogether for what moves nothing.</returns>
    private static (string Of, HouseId? Where)? Move(ChainEvent what, Dictionary<DoseBagId, HouseId> packed) => what switch
    {
        CollectionHandedOver item => ($"{item.Donation}", item.Box),
        CollectionReceived item => ($"{item.Donation}", null),
        CollectionQuarantined item => ($"{item.Donation}", null),
        BagStored item => ($"{item.Bag}", item.Position),
        BagDeferred item => ($"{item.Bag}", item.Position),
        BagRestored item => ($"{item.Bag}", item.Position),
        BagIssued item => ($"{item.Bag}", null),
        BagDeparted item => ($"{item.Bag}", packed.TryGetValue(item.Bag, out var box) ? box : null),
        BagReceivedOnWard item => ($"{item.Bag}", null),
        BagReturned item => ($"{item.Bag}", null),
        BagDiscarded item => ($"{item.Bag}", null),
        BagRetained item => ($"{item.Bag}", null),
        _ => null,
    };
}
