using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-18: what turns up at a wrong place, is lost, or is found again.</summary>
public sealed class CustodyTests
{
    [Theory]
    [InlineData("apheresis-unit", true)]
    [InlineData("laboratory", false)]
    [InlineData("cell-store", true)]
    [InlineData("ward", true)]
    [InlineData("elsewhere", true)]
    public void Collection_OnItsWay_IsUnexpectedEverywhereButInTheLaboratory(string place, bool isTaken) =>
        Assert.Equal(isTaken ? [] : ["expected-here"], Story.UpTo("collection.receive").Try("collection.misrouted").With("place", place).Codes());

    [Theory]
    [InlineData("bag.freeze", "laboratory cell-store")]
    [InlineData("bag.reserve", "cell-store")]
    [InlineData("bag.depart", "cell-store ward")]
    [InlineData("bag.receive", "ward")]
    [InlineData("bag.clear", "ward")]
    public void Bag_IsExpectedWhereItIsBoundFor(string before, string expected)
    {
        var places = new[] { "apheresis-unit", "laboratory", "cell-store", "ward", "elsewhere" };
        var story = Story.UpTo(before, "1");

        Assert.Equal(expected.Split(' '), places.Where(place => story.Try("bag.misrouted", "1").With("place", place).Codes().Contains("expected-here")));
    }

    [Fact]
    public void MisroutedCollection_ComesIntoQuarantine_HoweverColdAndEarly()
    {
        var story = Story.UpTo("collection.receive").Do("collection.misrouted").Do("collection.receive");

        Assert.Equal(CollectionState.Quarantined, story.Chain.CurrentCollection!.State);
        Assert.Equal(["custody"], story.History.Select(happened => happened.What).OfType<CollectionQuarantined>().Single().Doubts);
    }

    [Fact]
    public void LostBag_GoesNowhere_UntilItIsFound_AndStaysLockedThen()
    {
        var story = Story.UpTo("bag.receive", "1").Do("bag.lost", "1");

        Assert.Equal(["lost"], story.Try("bag.receive", "1").Codes());
        Assert.Equal(["lost"], story.Try("bag.unlock", "1").Codes());
        Assert.Equal(["lost"], story.Try("bag.misrouted", "1").With("place", "laboratory").Codes());
        Assert.Equal(["lost"], story.Try("bag.lost", "1").Codes());
        story.Do("bag.found", "1").Do("bag.receive", "1");
        Assert.Equal((BagState.OnWard, true), (story.Bag(1).State, story.Bag(1).Locked));
        Assert.Equal(["bag-locked"], story.Try("bag.clear", "1").Codes());
    }

    [Fact]
    public void LostBag_IsWrittenOff_AsLost_AndNothingElseIs()
    {
        var story = Story.UpTo("bag.receive", "1");

        Assert.Equal(["lost-method"], story.Try("bag.discard", "1").With("method", "lost").Codes());
        story.Do("bag.lost", "1");
        Assert.Equal(["lost-method"], story.Try("bag.discard", "1").Codes());
        Assert.Equal(BagState.Discarded, story.Try("bag.discard", "1").With("method", "lost").Take().Bag(1).State);
    }

    [Fact]
    public void LostCollection_MayBeRejected_AndTheParticipantIsCollectedAnew()
    {
        var story = Story.UpTo("collection.receive").Do("collection.lost");

        Assert.Equal(["lost"], story.Try("collection.receive").Codes());
        Assert.Equal(ProductState.CollectionFailed, story.Try("collection.reject").With("reason", "lost").Take().Chain.Product);
    }

    [Fact]
    public void LostThings_AreNamed_AndSoIsTheTeam()
    {
        var story = Story.UpTo("collection.receive").Do("collection.lost");

        Assert.Equal([story.Chain.CurrentCollection!.Donation.ToString()], story.Chain.LostThings);
        Assert.Contains(Crew.Of(Role.Investigator).FullName, Team.Of(story.Chain));
        Assert.DoesNotContain(Team.Of(story.Chain), name => name.StartsWith($"{Role.Courier}", StringComparison.Ordinal));
        Assert.Empty(story.Do("collection.found").Chain.LostThings);
    }

    [Theory]
    [InlineData("collection.receive", "")]
    [InlineData("bag.receive", "1")]
    public void Leg_IsOverdue_OneMomentAfterItsTime(string step, string on)
    {
        var facts = Story.UpTo(step, on).Try(step, on).Bare;
        var due = (facts.Bag?.DepartedAt ?? facts.Collection!.DepartedAt!).Value.AddMinutes(facts.Bag?.MaxTransportMinutes ?? facts.Collection!.MaxTransportMinutes!.Value);

        Assert.Null(Transit.OverdueSince(facts with { Now = due }));
        Assert.Equal(due, Transit.OverdueSince(facts with { Now = due.AddSeconds(1) }));
        Assert.Null(Transit.OverdueSince(Story.UpTo(step, on).Do(step, on).Try(step, on).Bare with { Now = due.AddSeconds(1) }));
    }
}
