using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-03: two bags from one procedure.</summary>
public sealed class SecondBagTests
{
    private static readonly string[] ToTheBatch = ["collection.complete", "collection.disconnect", "collection.hand-over", "collection.receive", "batch.open"];

    [Fact]
    public void TwoBags_OfOneProcedure_BecomeOneBatch()
    {
        var story = WithTwo();
        foreach (var step in ToTheBatch)
        {
            story.AfterMinutes(5).Do(step);
        }

        var collection = story.Chain.CurrentCollection!;
        Assert.Equal((CollectionState.Used, 2), (collection.State, collection.Bags));
        Assert.Equal([$"{collection.Donation}", $"{collection.Donation}-02"], collection.Present);
        Assert.Equal(4, story.Chain.Prints.Values.Count(print => print.Kind == LabelKind.CollectionBag));
        Assert.All(story.Chain.Prints.Values.Where(print => print is { Kind: LabelKind.CollectionBag, Carrier: Carrier.PrimaryBag }), print => Assert.Equal(PrintState.Applied, print.State));
    }

    [Theory]
    [InlineData("collection.complete")]
    [InlineData("collection.disconnect")]
    [InlineData("collection.hand-over")]
    [InlineData("collection.receive")]
    [InlineData("batch.open")]
    public void Step_WithOneOfTwoBags_IsRefused(string stepId)
    {
        foreach (var missing in new[] { "bag", "bag-2" })
        {
            var story = UpTo(stepId);
            Assert.Equal(["scan-missing"], story.Try(stepId).Without(missing).Codes());
            Assert.Empty(story.Try(stepId).Codes());
        }
    }

    [Theory]
    [InlineData("1", "bag:2")]
    [InlineData("2", "bag:1")]
    public void LackOfOneBag_Explained_LetsTheOtherBeReceived(string which, string left)
    {
        var story = UpTo("collection.receive").Try("collection.explain-bag").With("which", which).Take();

        story.Do("collection.receive").AfterMinutes(5).Do("batch.open");

        Assert.Equal(left, $"bag:{CollectionBagId.Parse(Assert.Single(story.Chain.CurrentCollection!.Present)).Container}");
    }

    /// <summary>The label of the second bag was never on its bag until then: the end scans it back, alone or beside the first.</summary>
    [Theory]
    [InlineData("1", "bag", "-02")]
    [InlineData("2", "bag", "")]
    public void LackOfOneBag_ExplainedWhileTheCollectionRuns_LetsItEnd(string which, string demand, string left)
    {
        var story = WithTwo().Try("collection.explain-bag").With("which", which).With("reason", "damaged").Take();
        Assert.Equal(["scan-missing"], story.Try("collection.complete").Without(demand).Codes());

        foreach (var step in ToTheBatch)
        {
            story.AfterMinutes(5).Do(step);
        }

        var of = $"{story.Chain.CurrentCollection!.Donation}{left}";
        Assert.Equal([of], story.Chain.CurrentCollection!.Present);
        Assert.Equal(PrintState.Applied, story.Chain.LivePrimaryPrint(of)!.State);
        Assert.Equal(of, Assert.Single(story.Chain.Prints.Values, print => print.Carrier == Carrier.Tag).Of);
    }

    /// <summary>Of the first bag a reprint is no new label to be put on at the end.</summary>
    [Fact]
    public void End_ScansTheFirstBagByTheLabelThatIsOnIt()
    {
        var story = WithTwo();
        var bag = story.Chain.LivePrimaryPrint($"{story.Chain.CurrentCollection!.Donation}")!;
        story.TryOn(StepCatalogue.Get("label.reprint"), bag.Serial.ToString()).Take();
        var code = Symbols.Collection(story.Chain, story.Chain.CurrentCollection!.Donation);

        Assert.Equal(Verdict.NotDue, story.Try("collection.complete").Scan(code).Kind);
        Assert.Equal(Verdict.Accepted, story.Try("collection.complete").Scan(code with { Serial = bag.Serial }).Kind);
    }

    [Fact]
    public void Stickers_OfTwoBags_AreTwo()
    {
        var story = UpTo("collection.receive").Try("collection.receive").With("max_c", "30").Take();
        var donation = story.Chain.CurrentCollection!.Donation;
        Assert.Equal([$"{donation}", $"{donation}-02"], Stickers(story, LabelKind.Quarantine));

        Assert.Equal([$"{donation}", $"{donation}-02"], Stickers(story.Do("collection.reject"), LabelKind.Rejected));
        Assert.Equal(
            [$"{donation}", $"{donation}-02"], Stickers(UpTo("collection.hand-over").Try("hold.place").With("hold_over", "chain").Take(), LabelKind.Quarantine));
    }

    [Fact]
    public void SecondBag_IsTakenOnce_WhileTheCellsAreCollected()
    {
        Assert.Equal(["second-bag-late"], Story.UpTo("collection.hand-over").Try("collection.second-bag").Codes());
        Assert.Equal(["second-bag-there"], WithTwo().Try("collection.second-bag").Codes());
        Assert.Equal(["nothing-to-explain"], Story.UpTo("collection.receive").Try("collection.explain-bag").Codes());
        Assert.Equal(["bags-used"], UpTo("batch.open").Do("batch.open").Try("collection.explain-bag").Codes());
    }

    [Fact]
    public void Scan_OfTheOtherBag_IsToldApart()
    {
        var story = UpTo("collection.receive");
        var donation = story.Chain.CurrentCollection!.Donation;
        var (first, second) = (Symbols.Collection(story.Chain, donation), Symbols.Collection(story.Chain, CollectionBagId.Of(donation, 2)));

        Assert.Equal("bag", story.Try("collection.receive").Scan(first).Demand);
        Assert.Equal("bag-2", story.Try("collection.receive").Scan(second).Demand);
        Assert.Equal(Verdict.VoidPrint, story.Try("collection.receive").Scan(second with { Serial = first.Serial }).Kind);
        Assert.Equal(Verdict.WrongKind, Story.UpTo("collection.receive").Try("collection.receive").Scan(second with { Serial = first.Serial }).Kind);
    }

    /// <summary>One chain of identity: a bag of somebody else is a mismatch, whatever its container.</summary>
    [Fact]
    public void Pool_OfAnotherParticipantsBag_IsAMismatch()
    {
        var (story, other) = (UpTo("batch.open"), Story.UpTo("batch.open", participant: 8));

        Assert.Equal(Verdict.Mismatch, story.Try("batch.open").Scan(Symbols.Collection(other.Chain, other.Chain.CurrentCollection!.Donation)).Kind);
    }

    [Fact]
    public void Label_OfTheSecondBag_ReadsBackAsItself()
    {
        var story = WithTwo();
        var printed = story.History.Select(happened => happened.What).OfType<Tracking.Chain.Events.LabelPrinted>().Last();

        var read = Assert.IsType<ContainerCode>(((Reading.Understood)BarcodeReader.Read(PrintedSymbol.Of(story.Chain, printed))).Code);

        Assert.Equal((story.Chain.CurrentCollection!.Donation, DonationFlags.Parse("02"), printed.Serial), (read.Donation!.Value, read.Flags!.Value, read.Serial!.Value));
    }

    [Fact]
    public void LabelOfTheSecondBag_IsReprintedAndApplied()
    {
        var story = UpTo("collection.hand-over");
        var of = $"{story.Chain.CurrentCollection!.Donation}-02";

        story.TryOn(StepCatalogue.Get("label.reprint"), Applied(story, of)).Take();
        story.TryOn(StepCatalogue.Get("label.apply"), story.Chain.Prints.Values.Single(print => print.Of == of && print.State == PrintState.Printed && print.Carrier == Carrier.PrimaryBag).Serial.ToString()).Take();

        Assert.Empty(story.Try("collection.hand-over").Codes());
    }

    private static string Applied(Story story, string of) => story.Chain.Prints.Values.Single(print => print.Of == of && print is { Carrier: Carrier.PrimaryBag, State: PrintState.Applied }).Serial.ToString();

    private static IEnumerable<string> Stickers(Story story, LabelKind kind) =>
        story.Chain.Prints.Values.Where(print => print.Kind == kind && print.Carrier == Carrier.Sticker).Select(print => print.Of).Order(StringComparer.Ordinal);

    private static Story WithTwo() => Story.UpTo("collection.complete").Do("collection.second-bag");

    private static Story UpTo(string stepId)
    {
        var story = WithTwo();
        foreach (var step in ToTheBatch.TakeWhile(step => step != stepId))
        {
            story.AfterMinutes(5).Do(step);
        }

        return story.AfterMinutes(5);
    }
}
