using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-27: something that was used is withdrawn.</summary>
public sealed class RecallTests
{
    private static readonly HouseId Lot = HouseId.Issue(HouseKind.MaterialLot, 4711);

    [Fact]
    public void Recall_OfALotInABatchInProcess_HoldsTheBatch_AndManufactureGoesOn()
    {
        var story = Withdrawn(Story.UpTo("unit.complete", "UO-02"), chain => $"{chain.CurrentBatch!.Number}");

        var hold = Assert.Single(story.Chain.Holds);
        Assert.Equal((story.Chain.CurrentBatch!.Number.ToString(), Hold.Recall, Lot, false), (hold.Of, hold.Reason, hold.Thing, hold.StopsManufacture));
        Assert.Empty(story.Try("unit.complete", "UO-02").Codes());
        Assert.False(Assert.Single(story.Chain.Recalls).AwaitsPhysician);
    }

    [Fact]
    public void Recall_OfTheCollectionsLot_ReachesItsBatchAndItsBags()
    {
        var story = Withdrawn(Story.UpTo("bag.clear", "1"), chain => $"{chain.CurrentCollection!.Donation}");

        Assert.Equal(story.Chain.CurrentCollection!.Donation.ToString(), Assert.Single(story.Chain.Holds).Of);
        Assert.Contains("held", story.Try("bag.clear", "1").Codes());
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Recall_AfterDay1_HoldsWhatIsLeft_AndAsksThePhysicianOnce()
    {
        var story = Withdrawn(Story.UpTo("bag.reserve", "2"), chain => $"{chain.CurrentBatch!.Number}");

        Assert.Equal([story.Bag(1).Id], Assert.Single(story.Chain.Recalls).Given);
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
        Assert.Equal(["role-missing"], story.Try("recall.assess").By(Crew.Of(Role.QualityAssurance)).Codes());
        story.Do("recall.assess");
        Assert.True(story.Chain.Recalls[0].IsAssessed);
        Assert.Equal(["nothing-recalled"], story.Try("recall.assess").Codes());
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Recall_WhileTheBagRuns_HoldsTheOther_AndTheInfusionCanBeEndedOrStopped()
    {
        var story = Withdrawn(Story.UpTo("infusion.end", "1"), chain => $"{chain.CurrentBatch!.Number}");

        Assert.Equal([story.Bag(1).Id], story.Chain.Recalls[0].Given);
        Assert.Empty(story.Try("infusion.stop", "1").Codes());
        Assert.Empty(story.Try("infusion.end", "1").Codes());
    }

    [Fact]
    public void Recall_WhileTheOnlyBagLeftIsPaused_KeepsItFromBeingResumed()
    {
        var story = Withdrawn(Story.UpTo("infusion.end", "2").Do("infusion.pause", "2"), chain => $"{chain.CurrentBatch!.Number}");

        Assert.Contains("held", story.Try("infusion.resume", "2").Codes());
        Assert.Empty(story.Try("infusion.stop", "2").Codes());
    }

    [Fact]
    public void Recall_OfAHalfSplitBatch_WhoseFirstBagIsGone_HoldsTheRest()
    {
        var story = Story.UpTo("split.fill-day2");
        var gone = story.Chain with { Bags = [.. story.Chain.Bags.Select(bag => bag with { State = Tracking.Lifecycle.BagState.Discarded })] };

        Assert.Contains(Recall.Events(gone, Lot, [$"{gone.CurrentBatch!.Number}"]), what => what is HoldPlaced);
    }

    [Fact]
    public void Recall_WhenEverythingWasGiven_HoldsNothing_AndBringsTheChainBackOntoThePhysiciansList()
    {
        var story = Story.ToTheEnd().After(TimeSpan.FromDays(30)).Do("followup.hand-over");
        Assert.True(Targets.IsAtRest(story.Chain));

        Withdrawn(story, chain => $"{chain.CurrentBatch!.Number}");

        Assert.Empty(story.Chain.Holds);
        Assert.Equal(2, story.Chain.Recalls[0].Given.Count);
        Assert.False(Targets.IsAtRest(story.Chain));
        Assert.True(Targets.IsAtRest(story.Do("recall.assess").Chain));
    }

    [Fact]
    public void Recall_AfterQuarantine_HoldsNothingTwice_AndIsAssessedAgain()
    {
        var story = Withdrawn(Story.UpTo("bag.reserve", "2"), chain => $"{chain.CurrentBatch!.Number}").Do("recall.assess");

        Withdrawn(story, chain => $"{chain.CurrentBatch!.Number}");

        Assert.Single(story.Chain.Holds);
        Assert.True(Assert.Single(story.Chain.Recalls).AwaitsPhysician);
    }

    [Fact]
    public void Recall_OfOneBagsThing_LeavesTheOtherBagAlone()
    {
        var story = Withdrawn(Story.UpTo("bag.clear", "1"), chain => $"{chain.BagsOf(2).Single().Id}");

        Assert.Empty(story.Try("bag.clear", "1").Codes());
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Recall_OfWhatIsRejected_HoldsNothing() => Assert.Empty(
        Withdrawn(Story.UpTo("batch.release-conditionally").Do("batch.reject"), chain => $"{chain.CurrentBatch!.Number}").Chain.Holds);

    [Fact]
    public void HoldOfARecall_NamesTheThing() =>
        Assert.Contains(Lot.WithCheck, Reasons.Held(new Hold(1, null, Hold.Recall, false, []) { Thing = Lot }).Reason.Ru, StringComparison.Ordinal);

    private static Story Withdrawn(Story story, Func<ChainState, string> usedFor)
    {
        foreach (var what in Recall.Events(story.Chain, Lot, [usedFor(story.Chain)]))
        {
            story.Happen(what, Crew.Of(Role.QualityAssurance), "thing.withdraw");
        }

        Assert.Contains(story.History, happened => happened.What is ThingWithdrawn);
        return story;
    }
}
