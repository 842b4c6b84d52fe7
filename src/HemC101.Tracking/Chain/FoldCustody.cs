using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of what went astray, and of what was measured where a container was.</summary>
public sealed partial record ChainState
{
    /// <summary>Collections and bags of which nobody knows where they are, in canonical text.</summary>
    public IEnumerable<string> LostThings =>
        Collections.Where(item => item.Lost).Select(item => $"{item.Donation}").Concat(Bags.Where(bag => bag.Lost).Select(bag => $"{bag.Id}"));

    private ChainState? WhenStrayed(ChainEvent what) => what switch
    {
        TemperatureLogged or BagMiscounted => this,
        CollectionMisrouted strayed => With(strayed.Donation, item => item with { Strayed = true }),
        CollectionLost lost => With(lost.Donation, item => item with { Strayed = true, Lost = true }),
        CollectionFound found => With(found.Donation, item => item with { Lost = false }),
        BagMisrouted => this,
        BagLost lost => With(lost.Bag, bag => bag with { Lost = true }),
        BagFound found => With(found.Bag, bag => bag with { Lost = false }),
        _ => null,
    };
}
