using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of apheresis and its transport.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenCollected(ChainEvent what, Act act) => what switch
    {
        ApheresisOrdered ordered =>
            On(ProductTrigger.Order) with { WeightKg = ordered.WeightKg, Biohazard = ordered.ReactiveMarkers.Count > 0 },
        CollectionIdentified identified =>
            On(ProductTrigger.Identify) with { Collections = Collections.Add(new Collection { Donation = identified.Donation }) },
        FallbackSetTaken taken => Taking(taken),
        CollectionStarted started =>
            With(started.Donation, item => item.On(CollectionTrigger.Start) with { Device = started.Device, StartedAt = act.At }),
        SecondBagTaken second => With(second.Donation, item => item with { Bags = 2 }),
        CollectionBagExplained explained => With(explained.Donation, item => item with { Missing = explained.Container }),
        CollectionCompleted completed =>
            On(ProductTrigger.Collect).With(completed.Donation, item => item.On(CollectionTrigger.Complete) with
            {
                EndedAt = act.At,
                VolumeMl = completed.VolumeMl,
                Cd3E9 = completed.Cd3E9,
            }),
        CollectionDisconnected parted => With(parted.Donation, item => item with { DisconnectedAt = act.At }),
        CollectionAborted aborted =>
            On(ProductTrigger.FailCollection).With(aborted.Donation, item => item.On(CollectionTrigger.Abort)),
        CollectionRejected rejected =>
            On(ProductTrigger.FailCollection).With(rejected.Donation, item => item.On(CollectionTrigger.Reject)),
        CollectionHandedOver handed =>
            (On(ProductTrigger.HandOver) with { UsedSeals = UsedSeals.Add(handed.Seal) }).With(handed.Donation, item => item.On(CollectionTrigger.HandOver) with
            {
                Box = handed.Box,
                Seal = handed.Seal,
                DepartedAt = act.At,
                MaxTransportMinutes = handed.MaxMinutes,
            }),
        CollectionReceived received =>
            On(ProductTrigger.Receive).With(received.Donation, item => item.On(CollectionTrigger.Receive)),
        CollectionQuarantined quarantined =>
            On(ProductTrigger.Receive).With(quarantined.Donation, item => item.On(CollectionTrigger.Quarantine)),
        CollectionAccepted accepted =>
            With(accepted.Donation, item => item.On(CollectionTrigger.Accept)),
        _ => null,
    };

    /// <summary>The number that was drawn is given up with its labels; the set's number and labels are those of the collection.</summary>
    private ChainState Taking(FallbackSetTaken taken)
    {
        var given = taken.Replaced.Aggregate(With(taken.Instead, item => item.On(CollectionTrigger.Abort)), (state, old) => state.With(old, PrintState.Superseded));
        return given with
        {
            Collections = given.Collections.Add(new Collection { Donation = taken.Donation }),
            Prints = given.Prints
                .Add(taken.BagLabel, new(taken.BagLabel, LabelKind.CollectionBag, Carrier.PrimaryBag, taken.Donation.ToString(), PrintState.Printed))
                .Add(taken.TagLabel, new(taken.TagLabel, LabelKind.CollectionBag, Carrier.Tag, taken.Donation.ToString(), PrintState.Printed)),
        };
    }
}
