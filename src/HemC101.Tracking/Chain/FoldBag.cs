using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of a dose bag in storage and on its way.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenStored(ChainEvent what, Act act) => what switch
    {
        BagFrozen frozen => With(frozen.Bag, bag => bag with { Frozen = true, CurveAccepted = frozen.CurveAccepted })
            .With(Find(frozen.Bag)!.Batch, batch => Hand(batch, act)),
        BagStored stored => With(stored.Bag, bag => bag.On(BagTrigger.Store) with { Position = stored.Position }),
        BagReserved reserved => With(reserved.Bag, BagTrigger.Reserve),
        BagDeferred deferred => With(deferred.Bag, bag => bag.On(BagTrigger.Defer) with { Position = deferred.Position }),
        BagIssued issued => (this with { UsedSeals = UsedSeals.Add(issued.Seal) }).With(issued.Bag, bag => bag.On(BagTrigger.Issue) with
        {
            Position = null,
            Box = issued.Box,
            Seal = issued.Seal,
            IssuedAt = act.At,
        }),
        BagDeparted departed => With(departed.Bag, bag => bag.On(BagTrigger.Depart) with
        {
            DepartedAt = act.At,
            MaxTransportMinutes = departed.MaxMinutes,
        }),
        BagReceivedOnWard received => With(received.Bag, bag => bag.On(BagTrigger.Receive) with { WasCleared = false }),
        BagReturned returned => With(returned.Bag, bag => bag.On(BagTrigger.Return) with { IssuedAt = null }),
        BagRestored restored => With(restored.Bag, bag => bag.On(BagTrigger.Restore) with { Position = restored.Position }),
        BagWithheld withheld => With(withheld.Bag, BagTrigger.Withhold),
        BagReinstated reinstated => With(reinstated.Bag, BagTrigger.Reinstate),
        BagExpired expired => With(expired.Bag, BagTrigger.Expire),
        BagDamaged damaged => With(damaged.Bag, BagTrigger.Damage),
        BagRecalled recalled => With(recalled.Bag, BagTrigger.Recall),
        BagDiscarded discarded => With(discarded.Bag, bag => bag.On(BagTrigger.Discard) with { Position = null }),
        BagRetained retained => With(retained.Bag, bag => bag.On(BagTrigger.Retain) with { Position = null }),
        BagRedesignated made => Redesignated(made),
        BagRelabelled relabelled => With(relabelled.OldLabel, PrintState.Superseded),
        TagAttached attached => With(attached.Bag, bag => bag with { Tags = bag.Tags.Add(new(attached.Carrier, attached.Tag)) }),
        TagDied died => With(died.Bag, bag => bag with { Tags = [.. bag.Tags.Select(tag => tag.Carrier == died.Carrier ? tag with { Reads = false } : tag)] }),
        BagLocked locked => With(locked.Bag, bag => bag with { Locked = true }),
        BagUnlocked unlocked => With(unlocked.Bag, bag => bag with { Locked = false }),
        _ => null,
    };

    private ChainState Redesignated(BagRedesignated made)
    {
        var replaced = made.Instead.Aggregate(this, (state, lost) => state.With(lost, bag => bag with { IsReplaced = true }));
        return replaced.With(made.Bag, bag => bag with { RedesignatedTo = made.NewDay });
    }
}
