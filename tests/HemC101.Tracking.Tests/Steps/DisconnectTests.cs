using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>The second label of a collection (end time, volume) is on the bag and scanned back before the bag leaves the set.</summary>
public sealed class DisconnectTests
{
    private const string Disconnect = "collection.disconnect";

    [Fact]
    public void Tag_ScannedBack_BecomesLive_AndTheBagMayLeave()
    {
        var story = Story.UpTo(Disconnect);
        Assert.Equal(PrintState.Printed, Tag(story).State);
        Assert.Equal(["not-disconnected"], story.Try("collection.hand-over").Codes());

        story.Do(Disconnect);

        Assert.Equal(PrintState.Applied, Tag(story).State);
        Assert.Equal((CollectionState.Collected, story.Now), (story.Chain.CurrentCollection!.State, story.Chain.CurrentCollection.DisconnectedAt));
        Assert.Empty(story.Try("collection.hand-over").Codes());
    }

    [Theory]
    [InlineData("collection.hand-over", new[] { "disconnected" })]
    [InlineData("collection.receive", new[] { "collection-not-ended", "disconnected" })]
    public void Disconnect_Again_IsRefused(string next, string[] codes) => Assert.Equal(codes, Story.UpTo(next).Try(Disconnect).Codes());

    [Fact]
    public void Disconnect_BeforeTheEndOfTheCollection_OrOfARejectedOne_IsRefused()
    {
        var early = Story.UpTo("collection.complete").Try(Disconnect);

        Assert.Equal(["collection-not-ended"], RuleBook.Obstacles(early.Step, early.Bare).Select(refusal => refusal.Code));
        Assert.Equal(["collection-not-ended"], Story.UpTo(Disconnect).Do("collection.reject").Try(Disconnect).Codes());
    }

    [Theory]
    [InlineData("band")]
    [InlineData("bag")]
    [InlineData("bag-2")]
    [InlineData("tag")]
    [InlineData("tag-2")]
    public void OfTwoBags_EachAndItsTagAreScanned(string missing)
    {
        var story = WithTwo();

        Assert.Equal(["scan-missing"], story.Try(Disconnect).Without(missing).Codes());
        Assert.Empty(story.Try(Disconnect).Codes());
    }

    [Fact]
    public void OfTwoBags_TheTagsAreToldApart()
    {
        var story = WithTwo();
        var donation = story.Chain.CurrentCollection!.Donation;

        Assert.Equal("tag", story.Try(Disconnect).Scan(Symbols.Collection(story.Chain, CollectionBagId.Of(donation, 1), Carrier.Tag)).Demand);
        Assert.Equal("tag-2", story.Try(Disconnect).Scan(Symbols.Collection(story.Chain, CollectionBagId.Of(donation, 2), Carrier.Tag)).Demand);
    }

    [Theory]
    [InlineData("1", "-02")]
    [InlineData("2", "")]
    public void OfTwoBags_OneExplainedAsMissing_TheOtherAloneIsDisconnected(string missing, string left)
    {
        var story = WithTwo().Try("collection.explain-bag").With("which", missing).Take().Do(Disconnect);

        var applied = Assert.Single(story.Chain.Prints.Values, print => print is { Carrier: Carrier.Tag, State: PrintState.Applied });
        Assert.Equal($"{story.Chain.CurrentCollection!.Donation}{left}", applied.Of);
        Assert.Empty(story.Try("collection.hand-over").Codes());
    }

    [Fact]
    public void LabelThatIsNotTheTag_IsNotTakenForIt()
    {
        var (story, other) = (Story.UpTo(Disconnect), Story.UpTo(Disconnect, participant: 8));
        var old = TagCode(story);
        var band = story.Try(Disconnect).Facts.Scans;
        story.TryOn(StepCatalogue.Get("label.reprint"), Tag(story).Serial.ToString()).Take();

        Assert.Equal(Verdict.VoidPrint, story.Try(Disconnect).Scan(old).Kind);
        Assert.Equal(Verdict.VoidPrint, story.Try(Disconnect).Scan(old with { Serial = PrintSerial.Issue(999) }).Kind);
        Assert.Equal(Verdict.Mismatch, story.Try(Disconnect).Scan(TagCode(other)).Kind);
        Assert.Equal("tag", story.Try(Disconnect).Scan(TagCode(story)).Demand);
        Assert.Equal(
            Verdict.Duplicate,
            ScanDesk.Take(StepCatalogue.Get(Disconnect), story.Try(Disconnect).Bare with { Scans = band.Remove("tag") }, Symbols.Collection(story.Chain, story.Chain.CurrentCollection!.Donation), null).Kind);
    }

    [Fact]
    public void Tag_DestroyedAndPrintedAnew_IsPutOnHere()
    {
        var story = Story.UpTo(Disconnect);
        story.TryOn(StepCatalogue.Get("label.destroy"), Tag(story).Serial.ToString()).Take();
        Assert.Equal(["scan-missing"], story.Try(Disconnect).Codes());
        story.TryOn(StepCatalogue.Get("label.reprint"), Tag(story).Serial.ToString()).Take();
        Assert.Equal(["print-first"], story.TryOn(StepCatalogue.Get("label.apply"), Tag(story).Serial.ToString()).Codes());

        story.Do(Disconnect);

        Assert.Single(story.History, happened => happened.What is LabelApplied applied && applied.Serial == Tag(story).Serial);
    }

    [Fact]
    public void Disconnect_IsSignedByTwoOfTheUnit_AndStopsUnderNoHold()
    {
        var story = Story.UpTo(Disconnect);

        Assert.Contains("role-missing", story.Try(Disconnect).By(Crew.Of(Role.LabOperator, 1), Crew.Of(Role.LabOperator, 2)).Codes());
        Assert.NotEmpty(story.Try(Disconnect).By(Crew.Of(Role.ApheresisNurse)).Codes());
        Assert.Empty(story.Try("hold.place").With("hold_over", "chain").Take().Try(Disconnect).Codes());
    }

    /// <summary>A ledger from a time when nobody asked for the tag: handed over without it, and it goes on.</summary>
    [Fact]
    public void Collection_HandedOverBeforeTheStepExisted_IsReceived()
    {
        var story = Story.UpTo(Disconnect);
        story.Happen(
            new CollectionHandedOver(story.Chain.CurrentCollection!.Donation, HouseId.Issue(HouseKind.TransportBox, 1), HouseId.Issue(HouseKind.Seal, 1), "L-1", 60),
            Crew.Of(Role.ApheresisNurse), "collection.hand-over");

        story.Do("collection.receive").AfterMinutes(5).Do("batch.open");

        Assert.Equal((CollectionState.Used, null), (story.Chain.CurrentCollection!.State, story.Chain.CurrentCollection.DisconnectedAt));
    }

    /// <summary>Hands part a bag while the system is down; the tag is scanned back afterwards.</summary>
    [Fact]
    public void Disconnect_StandsOnPaper_WithoutTheTag() =>
        Assert.Empty(BackEntry.Of(StepCatalogue.Get(Disconnect))!.ScansFor(Story.UpTo(Disconnect).Try(Disconnect).Bare));

    private static Story WithTwo() => Story.UpTo("collection.complete").Do("collection.second-bag").Do("collection.complete");

    private static ContainerCode TagCode(Story story) => Symbols.Collection(story.Chain, story.Chain.CurrentCollection!.Donation, Carrier.Tag);

    private static Print Tag(Story story) =>
        story.Chain.Prints.Values.Where(print => print.Carrier == Carrier.Tag).MaxBy(print => print.Serial.ToString())!;
}
