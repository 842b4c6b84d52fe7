using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Where a step may lead, and what stops it.</summary>
internal static class PromisesOfStates
{
    public static readonly IReadOnlyList<Promise> All =
    [
        new("nothing leaves a terminal state", taken =>
            (taken.Before.Product is not (ProductState.Completed or ProductState.Discontinued) || taken.After.Product == taken.Before.Product)
            && taken.Before.Bags.Where(bag => bag.IsTerminal).All(bag => taken.After.Find(bag.Id)!.State == bag.State)),
        new("a hold, a lock or the end of the course stops what leads nearer to a vein", taken => taken.Step.KindFor(taken.Facts with { Chain = taken.Before }) != StepKind.Advance
            || taken.Before.Product != ProductState.Discontinued && taken.Facts.Bag is not { Locked: true }
                && !taken.Before.Holds.Exists(hold => hold.Of is null || hold.Of == taken.Facts.Bag?.Id.ToString() || hold.Of == taken.Facts.Batch?.Number.ToString())),
        new("bags go from state to state by their machine", taken => taken.Before.Bags.All(bag => taken.After.Find(bag.Id)!.State is var next
            && (next == bag.State || Enum.GetValues<BagTrigger>().Any(trigger => Transitions.Next(bag.State, trigger) == next)))),
        new("the product is complete when every bag is at its end and one was infused", taken => taken.After.Product != ProductState.Completed
            || taken.After.Bags.All(bag => bag.IsTerminal) && taken.After.Bags.Exists(bag => bag.WasInfused)),
        new("no course ends over a running infusion or collection", taken => !taken.Those<ChainDiscontinued>().Any()
            || !taken.Before.Bags.Exists(bag => bag.State is BagState.Infusing or BagState.Paused)
                && taken.Before.CurrentCollection?.State != CollectionState.Collecting),
        new("a bag is freed as its thaw demands", taken => taken.Each([typeof(BagUnlocked)], bag => bag is { Locked: true, ThawStartedAt: null })
            && taken.Each([typeof(ReidentificationAllowed)], bag => bag is { Locked: true, State: BagState.Thawed })),
        new("a round is made over a thawed bag", taken => taken.Each([typeof(BedsideRoundFinished)], bag => bag.State == BagState.Thawed)),
        new("lymphodepletion is completed once, after its start", taken => !taken.Those<LymphodepletionCompleted>().Any()
            || taken.Before is { LymphodepletionStartedAt: not null, LymphodepletionLastDoseAt: null }),
        new("what is lost is before the thaw, goes nowhere but to its end, and is found once", taken =>
            taken.Each([typeof(BagLost), typeof(BagMisrouted)], bag => bag is { IsTerminal: false, ThawStartedAt: null, Lost: false })
            && taken.Each([typeof(BagFound)], bag => bag.Lost)
            && taken.Each([typeof(BagRetained), typeof(BagUnlocked), typeof(BagReceivedOnWard), typeof(BagReturned), typeof(BagStored), typeof(BagRestored)], bag => !bag.Lost)
            && taken.Those<BagDiscarded>().All(gone => taken.Before.Find(gone.Bag)!.Lost == (gone.Method == "lost"))
            && taken.Those<CollectionFound>().All(found => taken.Before.Find(found.Donation)!.Lost)
            && taken.Events.All(what => what is not (CollectionLost or CollectionMisrouted)
                || taken.Before.Find(Promises.DonationOf(what)!.Value) is { State: CollectionState.InTransit, Lost: false })),
        new("what was lost or misrouted is out of reach", taken =>
            taken.Events.All(what => what is not (BagLost or BagMisrouted) || taken.After.Find(Promises.BagOf(what)!.Value)!.Locked)
            && taken.Those<CollectionReceived>().All(received => !taken.Before.Find(received.Donation)!.Strayed)),
        new("what was expected there is not recorded as misrouted", taken =>
            taken.Those<CollectionMisrouted>().All(strayed => strayed.Place != "laboratory")
            && taken.Those<BagMisrouted>().All(strayed => strayed.Place != (taken.Before.Find(strayed.Bag)!.State is BagState.InTransit or BagState.OnWard or BagState.Cleared ? "ward" : "cell-store"))),
        new("what is held is there", taken => taken.Those<HoldPlaced>().All(placed => placed.Of is null
            || taken.Before.Bags.Exists(bag => bag.Id.ToString() == placed.Of) || taken.Before.Batches.Exists(batch => batch.Number.ToString() == placed.Of))
            && (!taken.Those<HoldPlaced>().Any(placed => placed.Of is null) || taken.Facts.Record.Get(Over(taken)) == "chain")),
    ];

    private static ChoiceField Over(Transition taken) => taken.Step.Record.OfType<ChoiceField>().First(field => field.Name == "hold_over");
}
