using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Alarms;

/// <summary>Which events call somebody, and which do not.</summary>
public sealed class EventAlarmsTests
{
    [Theory]
    [InlineData("sterility-interim", AlarmKind.SterilityPositive)]
    [InlineData("rcl", AlarmKind.TestFailedLate)]
    [InlineData("viability", null)]
    public void Test_ThatFails_BeforeTheRelease(string test, AlarmKind? expected) =>
        Assert.Equal(expected, Raised(Story.UpTo("batch.review"), story => Fail(story, test)));

    [Theory]
    [InlineData("sterility-final", AlarmKind.SterilityPositive)]
    [InlineData("mycoplasma", AlarmKind.TestFailedLate)]
    [InlineData("vcn", AlarmKind.TestFailedLate)]
    public void Test_ThatFails_WhenTheCellsMayBeGiven(string test, AlarmKind expected) =>
        Assert.Equal(expected, Raised(Story.UpTo("infusion.end", "1"), story => Fail(story, test)));

    [Fact]
    public void Test_ThatPasses_OrHadFailedBefore_CallsNobody()
    {
        var story = Story.UpTo("infusion.end", "1");
        Assert.Null(Raised(story, it => new QcResultRecorded(it.Chain.CurrentBatch!.Number, "rcl", 1, QcVerdict.Pass)));
        Assert.NotNull(Raised(story, it => Fail(it, "rcl")));
        Assert.Null(Raised(story, it => Fail(it, "rcl")));
    }

    [Fact]
    public void Readiness_Revoked_CallsForTheBagOfItsDay()
    {
        var story = Story.UpTo("bag.clear", "1");

        Assert.Null(Raised(story, _ => new ReadinessRevoked(1, ReadinessRevoked.Redesignated)));
        Assert.Equal(AlarmKind.GoRevoked, Raised(story, _ => new ReadinessRevoked(1, "culture-positive")));
    }

    [Theory]
    [InlineData(Tolerance.Go, true)]
    [InlineData(Tolerance.Defer, false)]
    public void Decision_Undone_CallsWhenItWasGo(Tolerance before, bool calls)
    {
        var story = Story.UpTo("tolerance.decide");
        story.Happen(Decided(before), Crew.Of(Role.Investigator), "tolerance.decide");

        Assert.Equal(calls, Raised(story, _ => new ToleranceRevoked("correction")) == AlarmKind.GoRevoked);
    }

    [Fact]
    public void Go_DecidedAgainAsDefer_Calls()
    {
        var story = Story.UpTo("tolerance.decide");
        story.Happen(Decided(Tolerance.Go), Crew.Of(Role.Investigator), "tolerance.decide");

        Assert.Equal(AlarmKind.GoRevoked, Raised(story, _ => Decided(Tolerance.Defer)));
    }

    [Theory]
    [InlineData("bag.issue", null)]
    [InlineData("bag.depart", AlarmKind.IssuedBagRecalled)]
    [InlineData("bag.clear", AlarmKind.IssuedBagRecalled)]
    public void Recall_OfABag_CallsWhenItIsOut(string before, AlarmKind? expected) =>
        Assert.Equal(expected, Raised(Story.UpTo(before, "1"), story => new BagRecalled(story.Bag(1).Id, "safety")));

    [Theory]
    [InlineData("bag.issue", "chain", false)]
    [InlineData("bag.clear", "chain", true)]
    [InlineData("bag.clear", "batch", true)]
    [InlineData("bag.clear", "day1", true)]
    [InlineData("bag.clear", "day2", false)]
    [InlineData("infusion.end", "batch", true)]
    public void Hold_CallsWhenItReachesABagThatIsOut(string before, string over, bool calls)
    {
        var story = Story.UpTo(before, "1");
        var of = over switch
        {
            "batch" => $"{story.Chain.CurrentBatch!.Number}",
            "day1" => $"{story.Bag(1).Id}",
            "day2" => $"{story.Bag(2).Id}",
            _ => null,
        };

        Assert.Equal(calls ? AlarmKind.IssuedBagHeld : null, Raised(story, _ => new HoldPlaced(1, of, "deviation", false)));
    }

    [Fact]
    public void Temperature_AsAHold_OrAtReceipt_Calls()
    {
        Assert.Equal(AlarmKind.ConditionsExceeded, Raised(Story.UpTo("readiness.sign", "1"), _ => new HoldPlaced(1, null, "temperature", false)));
        var warm = Story.UpTo("collection.receive");
        Assert.Equal(
            AlarmKind.ConditionsExceeded,
            Raised(warm, story => new CollectionQuarantined(story.Chain.CurrentCollection!.Donation, 2, 20, ["seal", "temperature"])));
        var torn = Story.UpTo("collection.receive");
        Assert.Null(Raised(torn, story => new CollectionQuarantined(story.Chain.CurrentCollection!.Donation, 2, 8, ["seal"])));
    }

    [Fact]
    public void Receipt_TooLateOnTheWard_CallsAboutTheBag()
    {
        var story = Story.UpTo("bag.receive", "1").AfterMinutes(120);
        var before = story.Chain;
        var from = story.History.Count;
        story.Do("bag.receive", "1");

        var raised = EventAlarms.Fold(before, story.History.Skip(from)).Raised;
        Assert.Equal([AlarmGroup.ColdChain, AlarmGroup.Quality], raised.Select(alarm => alarm.Group).Order(Comparer<AlarmGroup>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))));
        Assert.All(raised, alarm => Assert.Equal((AlarmKind.ConditionsExceeded, story.Bag(1).Id), (alarm.Kind, alarm.Bag!.Value)));
    }

    [Fact]
    public void Mismatch_CallsOnBothSides()
    {
        Assert.Equal(
            AlarmKind.IdentityMismatch, Raised(Story.UpTo("bedside.first", "1"), story => new IdentityMismatched("bedside.first", "bag", "a", "b", story.Bag(1).Id)));
        Assert.Equal(
            AlarmKind.IdentityMismatch, Raised(Story.UpTo("bag.clear", "1"), story => new BagLocked(story.Bag(1).Id, "scanned-at-another-participant")));
    }

    [Fact]
    public void Recall_OfWhatWasGiven_CallsThePhysician_AndOfWhatWasNotNobody()
    {
        var lot = HouseId.Issue(HouseKind.MaterialLot, 4711);
        Assert.Equal(AlarmKind.GivenRecalled, Raised(Story.UpTo("bag.reserve", "2"), story => new ThingWithdrawn(lot, [$"{story.Chain.CurrentBatch!.Number}"], [story.Bag(1).Id])));
        Assert.Null(Raised(Story.UpTo("bag.reserve", "1"), story => new ThingWithdrawn(lot, [$"{story.Chain.CurrentBatch!.Number}"], [])));
    }

    [Fact]
    public void Recall_OfALot_CallsOnceForAChain_HoweverMuchOfItIsHeld()
    {
        var lot = HouseId.Issue(HouseKind.MaterialLot, 4711);
        var story = Story.UpTo("readiness.sign", "1");
        HoldPlaced Held(int day) => new(story.Chain.HoldsEverPlaced + 1, $"{story.Bag(day).Id}", Hold.Recall, false) { Thing = lot };

        Assert.Equal(AlarmKind.LotRecalled, Raised(story, _ => Held(1)));
        Assert.Null(Raised(story, _ => Held(2)));
        Assert.Null(Raised(story, _ => new HoldPlaced(story.Chain.HoldsEverPlaced + 1, null, "deviation", false)));
    }

    /// <summary>By the events of a withdrawal themselves: a bag that is out calls for itself besides.</summary>
    [Theory]
    [InlineData("readiness.sign", AlarmKind.LotRecalled)]
    [InlineData("bag.clear", AlarmKind.LotRecalled, AlarmKind.IssuedBagHeld)]
    public void Withdrawal_OfALot_CallsForWhatCanStillBeStopped(string before, params AlarmKind[] expected)
    {
        var story = Story.UpTo(before, "1");
        var (chain, from) = (story.Chain, story.History.Count);
        foreach (var what in Recall.Events(chain, HouseId.Issue(HouseKind.MaterialLot, 4711), [$"{chain.CurrentBatch!.Number}"]))
        {
            story.Happen(what, Crew.Of(Role.QualityAssurance), "thing.withdraw");
        }

        var raised = EventAlarms.Fold(chain, story.History.Skip(from)).Raised;

        Assert.Equal(expected.Order(), raised.Select(alarm => alarm.Kind).Distinct().Order());
        Assert.Equal([AlarmGroup.Quality, AlarmGroup.ColdChain], raised.Where(alarm => alarm.Kind == AlarmKind.LotRecalled).Select(alarm => alarm.Group));
    }

    [Fact]
    public void WhatIsLostOrDoesNotAgree_Calls()
    {
        Assert.Equal(AlarmKind.WhereaboutsUnknown, Raised(Story.UpTo("bag.receive", "1"), story => new BagLost(story.Bag(1).Id, "transport")));
        Assert.Equal(AlarmKind.WhereaboutsUnknown, Raised(Story.UpTo("bag.receive", "1"), story => new BagMisrouted(story.Bag(1).Id, "pharmacy")));
        Assert.Equal(AlarmKind.WhereaboutsUnknown, Raised(Story.UpTo("bag.reserve", "1"), story => new BagMiscounted(story.Bag(1).Id, 1, "missing")));
        Assert.Equal(AlarmKind.WhereaboutsUnknown, Raised(Story.UpTo("collection.receive"), story => new CollectionLost(story.Chain.CurrentCollection!.Donation, "transport")));
    }

    [Fact]
    public void MainPath_FromEnrolmentToTheEnd_CallsNobody() => Assert.Empty(EventAlarms.Fold(null, Story.ToTheEnd().History).Raised);

    [Fact]
    public void Fold_LeavesTheSameState_AsTheFoldOfTheChain()
    {
        var story = Story.UpTo("infusion.end", "1");

        Assert.Equal(story.Chain.Version, EventAlarms.Fold(null, story.History).After.Version);
        Assert.Equal(story.Chain.Product, EventAlarms.Fold(null, story.History).After.Product);
    }

    private static QcResultRecorded Fail(Story story, string test) => new QcResultRecorded(story.Chain.CurrentBatch!.Number, test, 0, QcVerdict.Fail);

    private static ToleranceDecided Decided(Tolerance decided) => new(
        new(0, 0, 0, 36.6m, 98, false, false, "none", false), decided, decided, ToleranceRule.Version, null);

    /// <returns>The kind; null when nobody was called. Every group of it was called about the same.</returns>
    private static AlarmKind? Raised(Story story, Func<Story, ChainEvent> what)
    {
        var before = story.Chain;
        var from = story.History.Count;
        story.Happen(what(story), Crew.Of(Role.QualityAssurance), "test");
        var raised = EventAlarms.Fold(before, story.History.Skip(from)).Raised;
        Assert.Equal(raised.Count, raised.Select(alarm => alarm.Key).Distinct().Count());
        var kind = raised.Select(alarm => (AlarmKind?)alarm.Kind).Distinct().SingleOrDefault();
        Assert.Equal(kind is null ? 0 : AlarmBook.Of(kind.Value).Groups.Count, raised.Count);
        return kind;
    }
}
