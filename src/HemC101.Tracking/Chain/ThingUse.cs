using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>A thing of the house, a lot above all, that an event brought together with a participant's cells.</summary>
/// <param name="For">Canonical text of the collection, batch or bag it was used for.</param>
/// <param name="Version">Of the event in the chain's stream.</param>
public sealed record ThingUse(HouseId Thing, string For, string StepId, int Version, DateTimeOffset At)
{
    /// <returns>Each thing once; empty for most events.</returns>
    public static IEnumerable<ThingUse> Of(Happened happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var (used, things) = Used(happened.What);
        return things.Distinct().Select(thing => new ThingUse(thing, used, happened.Act.StepId, happened.Version, happened.Act.At));
    }

    private static (string For, IEnumerable<HouseId> Things) Used(ChainEvent what) => what switch
    {
        CollectionStarted item => ($"{item.Donation}", [item.Device, .. item.Lots]),
        CollectionHandedOver item => ($"{item.Donation}", [item.Box, item.Seal]),
        BatchOpened item => ($"{item.Batch}", [item.Room, item.Device]),
        UnitStarted item => ($"{item.Batch}", [item.Device]),
        UnitCompleted item => ($"{item.Batch}", item.Lots),
        BagFrozen item => ($"{item.Bag}", [item.Freezer]),
        BagStored item => ($"{item.Bag}", [item.Position]),
        BagReserved item => ($"{item.Bag}", [item.Position]),
        BagDeferred item => ($"{item.Bag}", [item.Position]),
        BagRestored item => ($"{item.Bag}", [item.Position]),
        BagIssued item => ($"{item.Bag}", [item.Box, item.Seal]),
        ThawStarted item => ($"{item.Bag}", [item.Device]),
        _ => ("", []),
    };
}
