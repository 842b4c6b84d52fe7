using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Printed = applied + destroyed before the release of what the labels identify, or the gap is assessed in a closed deviation.</summary>
public sealed class LabelCountTests
{
    private static readonly Step Apply = StepCatalogue.Get("label.apply");
    private static readonly Step Destroy = StepCatalogue.Get("label.destroy");

    /// <summary>Kind that waits, and the steps of the main path that count it.</summary>
    public static TheoryData<LabelKind, Carrier, string[]> Counted => new()
    {
        { LabelKind.CollectionBag, Carrier.Tag, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.TransportContainer, Carrier.Box, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.TestTube, Carrier.Tube, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.RetentionSample, Carrier.Tag, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.RetentionSample, Carrier.Tube, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.SterilityTube, Carrier.Tube, ["batch.review", "batch.release-conditionally", "bags.confirm"] },
        { LabelKind.CassetteDay1, Carrier.Cassette, ["bags.confirm"] },
        { LabelKind.CassetteDay2, Carrier.Cassette, ["bags.confirm"] },
    };

    [Theory]
    [MemberData(nameof(Counted))]
    public void Label_ThatWaits_StopsTheReleaseOfWhatItIdentifies_AndIsNamed(LabelKind kind, Carrier carrier, string[] steps)
    {
        foreach (var step in steps)
        {
            var story = Story.UpTo(step);
            Assert.Empty(story.Try(step).Codes());
            var print = story.Chain.Prints.Values.Single(print => print.Kind == kind && print.Carrier == carrier);

            var refused = Assert.Single(Assert.IsType<Decision.Refused>(Waiting(story, step, print).Decide()).Reasons);

            Assert.Equal("labels-open", refused.Code);
            Assert.All([refused.Reason.Ru, refused.Reason.En], said => Assert.Contains($"{print.Serial} (", said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Release_OfBagsFilledBefore_CountsTheirCassettes()
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");

        Assert.Equal(["labels-open"], Waiting(story, "batch.release-conditionally", story.Chain.Prints.Values.Single(print => print.Kind == LabelKind.CassetteDay2)).Codes());
    }

    /// <summary>The label of a collection that was given up has nothing to do with the batch of another.</summary>
    [Fact]
    public void Label_OfAnotherCollection_DoesNotCount()
    {
        var story = Story.UpTo("batch.review");
        var tag = story.Chain.Prints.Values.Single(print => print is { Carrier: Carrier.Tag, Kind: LabelKind.CollectionBag });

        Assert.Empty(Waiting(story, "batch.review", tag with { Of = "A99992600099900" }).Codes());
    }

    [Fact]
    public void Tube_AppliedOrDestroyed_OpensTheReview()
    {
        var story = Story.UpTo("qc.result", "gram");
        var waiting = story.Chain.Prints.Values.Where(print => print.Carrier.IsAround() && print.State == PrintState.Printed).ToList();
        Assert.Equal([Carrier.Tag, Carrier.Tube, Carrier.Tube, Carrier.Tube, Carrier.Box], waiting.Select(print => print.Carrier).Order());
        foreach (var (print, at) in waiting.Select((print, at) => (print, at)))
        {
            story.TryOn(at % 2 == 0 ? Apply : Destroy, print.Serial.ToString()).Take();
        }

        Assert.Empty(story.Chain.Unreconciled(story.Chain.CurrentBatch!));
    }

    [Theory]
    [InlineData("collection", true)]
    [InlineData("chain", true)]
    [InlineData("batch", false)]
    public void Gap_AssessedInAClosedDeviation_OpensTheWay(string over, bool opens)
    {
        var story = Story.UpTo("qc.result", "gram");
        var box = story.Chain.Prints.Values.Single(print => print.Carrier == Carrier.Box);
        foreach (var other in story.Chain.Prints.Values.Where(print => print is { Carrier: Carrier.Tube or Carrier.Tag, State: PrintState.Printed }))
        {
            story.TryOn(Apply, other.Serial.ToString()).Take();
        }

        story.Try("deviation.open").With("kind", Deviation.Count).With("class", nameof(DeviationClass.Major)).With("over", over).By(Crew.Of(Role.LabOperator)).Take();
        Assert.Equal([box.Serial], story.Chain.Unreconciled(story.Chain.CurrentBatch!).Select(print => print.Serial));
        story.Try("deviation.close").By(Crew.Of(Role.QualityAssurance, 2)).Take();

        Assert.Equal(opens, !story.Chain.Unreconciled(story.Chain.CurrentBatch!).Any());
        Assert.Equal(opens, Assert.Single(Accountability.Of([story.Chain]).Around).IsAssessed);
    }

    [Fact]
    public void Gap_AssessedBeforeTheLabelWasPrinted_OrOfAnotherKind_IsNone()
    {
        var story = Story.UpTo("collection.hand-over");
        Closed(story, Deviation.Count);
        story.Do("collection.hand-over").AfterMinutes(5).Do("collection.receive").AfterMinutes(5).Do("batch.open");
        Closed(story, Deviation.Label);

        var open = story.Chain.Unreconciled(story.Chain.CurrentBatch!).Select(print => print.Carrier);

        Assert.Equal([Carrier.PrimaryBag, Carrier.Box], open.Order());
    }

    [Fact]
    public void AddendaOfASupply_OfBagsFilledBefore_AreTags_AndCountedBeforeTheBagsAreConfirmed()
    {
        var story = SuppliedAtFill();
        var addenda = story.Chain.Prints.Values.Where(print => print.Kind == LabelKind.OutOfSpecification).ToList();

        Assert.Equal(story.Chain.Bags.Select(bag => bag.Id.ToString()).Order(), addenda.Select(print => print.Of).Order());
        Assert.All(addenda, print => Assert.Equal((Carrier.Tag, PrintState.Printed), (print.Carrier, print.State)));
        Assert.Equal(["labels-open"], story.Try("bags.confirm").Codes());

        foreach (var print in addenda)
        {
            Assert.Contains("signature-missing", story.TryOn(Apply, print.Serial.ToString()).By(Crew.Of(Role.LabOperator)).Codes());
            Assert.Contains("scan-missing", story.TryOn(Apply, print.Serial.ToString()).Without("label").Codes());
            story.TryOn(Apply, print.Serial.ToString()).Take();
        }

        Assert.Empty(story.Try("bags.confirm").Codes());
    }

    private static void Closed(Story story, string kind)
    {
        story.Try("deviation.open").With("kind", kind).With("class", nameof(DeviationClass.Major)).With("over", "chain").By(Crew.Of(Role.LabOperator)).Take();
        story.Try("deviation.close").By(Crew.Of(Role.QualityAssurance, 2)).Take();
    }

    private static Attempt Waiting(Story story, string step, Print print) => story.Try(step).But(facts => facts with
    {
        Chain = facts.Chain with { Prints = facts.Chain.Prints.SetItem(print.Serial, print with { State = PrintState.Printed }) },
    });

    private static Story SuppliedAtFill()
    {
        var story = Story.AtFillUpTo("batch.review").With(SupplyTests.Allowed with { SplitTiming = SplitTiming.AtFill });
        story.Do("qc.invalidate", "viability").Try("qc.result", "viability").With("result", "60").Take().Do("batch.review");
        return SupplyTests.FourRecords.Append("batch.supply").Aggregate(story, (told, step) => told.AfterMinutes(1).Do(step));
    }
}
