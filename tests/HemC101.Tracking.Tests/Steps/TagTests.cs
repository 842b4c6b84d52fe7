using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Law 180-FZ, Art. 36(2): a tag on bag and cassette, compared wherever the bag is received.</summary>
public sealed class TagTests
{
    private static readonly Step Apply = StepCatalogue.Get("label.apply");

    private static readonly RfidTag Strange = RfidTag.Parse("E2801160600002091234ABCD");

    public static TheoryData<string> Tagging => ["split.fill-day1", "split.fill-day2"];

    public static TheoryData<string> Receiving => ["bag.store", "bag.receive"];

    [Fact]
    public void Medicine_OnItsWholeWay_IsAskedForNoTag()
    {
        var story = Story.ToTheEnd();

        Assert.DoesNotContain(story.History, happened => happened.What is TagAttached);
        Assert.All(story.Chain.Bags, bag => Assert.Empty(bag.Tags));
    }

    [Theory]
    [MemberData(nameof(Tagging))]
    public void Bag_FilledWithoutATag_IsRefused(string step)
    {
        var story = Story.TaggedUpTo(step);

        Assert.Equal(["scan-missing"], story.Try(step).Without("rfid").Codes());
        Assert.Empty(Story.UpTo(step).Try(step).Codes());
    }

    [Fact]
    public void Bag_Filled_HasTheTagThatWasRead()
    {
        var story = Story.TaggedUpTo("split.detach");

        Assert.All(story.Chain.Bags, bag => Assert.Equal(Carrier.PrimaryBag, Assert.Single(bag.Tags).Carrier));
        Assert.Equal(2, story.Chain.Bags.SelectMany(bag => bag.Tags).Select(tag => tag.Tag).Distinct().Count());
    }

    [Fact]
    public void Cassette_FirstLabel_TakesATag_AndAReprintNone()
    {
        var story = Detached();
        var print = Cassette(story, 1);

        Assert.Equal(["scan-missing"], story.TryOn(Apply, $"{print.Serial}").Without("rfid-cassette").Codes());
        story.TryOn(Apply, $"{print.Serial}").Take();

        Assert.Equal([Carrier.PrimaryBag, Carrier.Cassette], story.Bag(1).Tags.Select(tag => tag.Carrier));
        story.TryOn(StepCatalogue.Get("label.reprint"), $"{print.Serial}").Take();
        Assert.DoesNotContain(Apply.ScansFor(story.TryOn(Apply, $"{Cassette(story, 1).Serial}").Bare), demand => demand.Wanted == Wanted.RfidTag);
    }

    [Fact]
    public void Freeze_CassetteWithoutItsLabel_IsRefused() => Assert.Equal(["cassette-unlabelled", "cassette-untagged"], Detached().Try("bag.freeze", "1").Codes());

    [Fact]
    public void Batch_LetGoWithoutTags_IsFilledAndFrozenWithoutThem_UnderADeviation()
    {
        var story = Story.TaggedUpTo("split.fill-day1");
        Assert.Equal(["signature-missing"], story.Try("batch.no-tags").By(Crew.Of(Role.LabOperator)).Codes());
        Assert.Equal(["role-missing"], story.Try("batch.no-tags").By(Crew.Of(Role.LabOperator), Crew.Of(Role.LabOperator, 2)).Codes());
        story.Do("batch.no-tags");

        Assert.Equal(["no-tags-wanted"], story.Try("batch.no-tags").Codes());
        Assert.Equal(["no-tags-wanted"], Story.UpTo("split.fill-day1").Try("batch.no-tags").Codes());
        Assert.Contains(story.Chain.OpenDeviations, deviation => deviation.Of == $"{story.Chain.CurrentBatch!.Number}");
        story.Do("split.fill-day1").Do("split.fill-day2").Do("split.detach").Do("bag.freeze", "1").Do("bag.store", "1");
        Assert.All(story.Chain.Bags, bag => Assert.Empty(bag.Tags));
    }

    [Theory]
    [MemberData(nameof(Receiving))]
    public void Received_WithoutReadingBothTags_IsRefused(string step)
    {
        var story = Before(step);

        Assert.Equal(["scan-missing"], story.Try(step, "1").Without("rfid").Codes());
        Assert.Equal(["scan-missing"], story.Try(step, "1").Without("rfid-cassette").Codes());
        Assert.Empty(story.Try(step, "1").Codes());
    }

    [Theory]
    [MemberData(nameof(Receiving))]
    public void Received_AnotherTag_IsAMismatchOnRecord(string step)
    {
        var story = Before(step);
        var bare = story.Try(step, "1").Bare;

        var verdict = ScanDesk.Take(StepCatalogue.Get(step), bare, new RfidCode(Strange), null);

        Assert.Equal((Verdict.Mismatch, $"{Strange}"), (verdict.Kind, verdict.Identifier));
        Assert.Contains("RFID", verdict.Sentence.En, StringComparison.Ordinal);
        var mismatch = Assert.IsType<IdentityMismatched>(Mismatch.Events(StepCatalogue.Get(step), bare, verdict)[0]);
        Assert.Equal(story.Bag(1).Id, mismatch.Bag);
    }

    /// <summary>Both lie close together, and a reader takes what is nearest.</summary>
    [Fact]
    public void Received_TheOtherTagOfTheSameBag_IsNoMismatch()
    {
        var story = Before("bag.store");
        var (step, bare, tags) = (StepCatalogue.Get("bag.store"), story.Try("bag.store", "1").Bare, story.Bag(1).Tags);
        var scanned = Scanned(bare, ScanDesk.Take(step, bare, new RfidCode(tags[0].Tag), null));

        Assert.Equal(Verdict.Duplicate, ScanDesk.Take(step, scanned, new RfidCode(tags[0].Tag), null).Kind);
        Assert.Equal("rfid-cassette", ScanDesk.Take(step, scanned, new RfidCode(tags[1].Tag), null).Demand);
        Assert.Equal(Verdict.Mismatch, ScanDesk.Take(step, scanned, new RfidCode(story.Bag(2).Tags[0].Tag), null).Kind);
    }

    [Fact]
    public void Attached_ATagThatIsOnAnotherPack_IsHeld()
    {
        var story = Story.TaggedUpTo("split.fill-day2");
        var (step, bare) = (StepCatalogue.Get("split.fill-day2"), story.Try("split.fill-day2").Bare);

        Assert.Equal(Verdict.Held, ScanDesk.Take(step, bare, new RfidCode(story.Bag(1).Tags[0].Tag), null).Kind);
        Assert.Equal(Verdict.Held, ScanDesk.Take(step, bare with { TakenTags = new HashSet<RfidTag> { Strange } }, new RfidCode(Strange), null).Kind);
        Assert.Equal(Verdict.Accepted, ScanDesk.Take(step, bare, new RfidCode(Strange), null).Kind);
    }

    [Fact]
    public void Dead_ByTwoPeople_IsADeviation_AndNobodyIsAskedForItAnyMore()
    {
        var story = Before("bag.receive");

        Assert.Equal(["signature-missing"], story.Try("bag.tag-dead", "1").By(Crew.Of(Role.WardNurse)).Codes());
        story.Try("bag.tag-dead", "1").By(Crew.Of(Role.WardNurse), Crew.Of(Role.Courier)).Take();

        Assert.Contains(story.Chain.OpenDeviations, open => open is { Kind: Deviation.Label, Class: DeviationClass.Major } && open.Of == $"{story.Bag(1).Id}");
        Assert.Equal(["tag-not-there"], story.Try("bag.tag-dead", "1").Codes());
        Assert.Equal(["rfid-cassette"], Compared(story).Select(demand => demand.Key));
        Assert.Empty(story.Try("bag.receive", "1").Codes());
    }

    /// <summary>What a version issued later says is for those who are enrolled later.</summary>
    [Fact]
    public void Chain_EnrolledUnderAnotherProfile_GoesOnAsItBegan()
    {
        var (medicine, cells) = (Story.UpTo("split.fill-day1"), Story.TaggedUpTo("split.fill-day1"));
        medicine.Issue(new() { Version = "later", LabelProfile = LabelProfile.Bmcp180 }, urgent: false);
        cells.Issue(new() { Version = "later" }, urgent: false);

        Assert.False(medicine.Try("split.fill-day1").Bare.IsTagged);
        Assert.True(cells.Try("split.fill-day1").Bare.IsTagged);
    }

    private static Facts Scanned(Facts facts, ScanVerdict verdict) => facts with
    {
        Scans = facts.Scans.SetItem(verdict.Demand!, new AcceptedScan(new ScanEvidence(verdict.Demand!, "", verdict.Identifier!, EntryMethod.Scanned, facts.Now), null, null)),
    };

    private static IEnumerable<ScanDemand> Compared(Story story) =>
        StepCatalogue.Get("bag.receive").ScansFor(story.Try("bag.receive", "1").Bare).Where(demand => demand.Wanted == Wanted.RfidTag);

    /// <summary>Bags filled, and nothing on their cassettes.</summary>
    private static Story Detached() => Story.TaggedUpTo("split.detach").Do("split.detach");

    /// <summary>The newest.</summary>
    private static Print Cassette(Story story, int day) => story.Chain.Prints.Values.Where(print =>
        print.Carrier == Carrier.Cassette && print.Of == $"{story.Bag(day).Id}" && print.State is (PrintState.Printed or PrintState.Applied))
        .MaxBy(print => print.Serial.ToString())!;

    /// <summary>Both cassettes labelled and tagged, everything else on its main way.</summary>
    private static Story Before(string stepId)
    {
        var story = Story.TaggedUpTo("bag.freeze", "1");
        foreach (var leg in Leg.Main.SkipWhile(leg => leg is not { StepId: "bag.freeze", On: "1" }).TakeWhile(leg => leg is not { On: "1" } || leg.StepId != stepId))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        return story;
    }
}
