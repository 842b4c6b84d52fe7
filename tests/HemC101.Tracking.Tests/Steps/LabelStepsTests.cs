using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class LabelStepsTests
{
    private static readonly Step Reprint = StepCatalogue.Get("label.reprint");
    private static readonly Step Apply = StepCatalogue.Get("label.apply");
    private static readonly Step Destroy = StepCatalogue.Get("label.destroy");

    [Fact]
    public void Reprint_OfAnAppliedLabel_LeavesItValid_AndTheWorkGoesOnWithIt()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);

        story.TryOn(Reprint, old.Serial.ToString()).Take();

        var replacement = Container(story);
        Assert.Equal(PrintState.Applied, story.Chain.Prints[old.Serial].State);
        Assert.Equal((PrintState.Printed, old.Kind, old.Carrier, old.Of), (replacement.State, replacement.Kind, replacement.Carrier, replacement.Of));
        Assert.Null(Assert.IsType<LabelPrinted>(story.History[^1].What).Supersedes);
        Assert.Equal(2, story.History[^1].Act.Signatures.Count);
        Assert.Equal(Verdict.Accepted, Scan(story, "unit.complete", old).Kind);
        Assert.Equal(Verdict.NotDue, Scan(story, "unit.complete", replacement).Kind);
    }

    [Fact]
    public void Apply_ReprintScannedBack_MakesItLive_AndTheOldOneVoid()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.TryOn(Reprint, old.Serial.ToString()).Take();

        story.TryOn(Apply, Container(story).Serial.ToString()).Take();

        var replacement = Container(story);
        Assert.Equal((PrintState.Applied, PrintState.Superseded), (replacement.State, story.Chain.Prints[old.Serial].State));
        Assert.Equal(old.Serial, Assert.IsType<LabelApplied>(story.History[^1].What).Supersedes);
        Assert.Equal(Verdict.VoidPrint, Scan(story, "unit.complete", old).Kind);
        Assert.Equal(Verdict.Accepted, Scan(story, "unit.complete", replacement).Kind);
        Assert.Empty(story.Try("unit.complete", "UO-02").Codes());
        Assert.Equal(story.Chain, ChainState.Fold(story.History), Labels);
    }

    /// <summary>A reprint that was spoilt goes at once; what it was to replace stays on the thing.</summary>
    [Fact]
    public void Reprint_OfAReprintThatWaits_LeavesTheOneOnTheThingValid()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.TryOn(Reprint, old.Serial.ToString()).Take();
        var spoilt = Container(story);

        Assert.Contains("print-replaced", story.TryOn(Reprint, old.Serial.ToString()).Codes());
        story.TryOn(Reprint, spoilt.Serial.ToString()).With("reason", "spoilt").Take();

        Assert.Equal((PrintState.Applied, PrintState.Superseded), (story.Chain.Prints[old.Serial].State, story.Chain.Prints[spoilt.Serial].State));
        Assert.Equal(Verdict.VoidPrint, story.TryOn(Apply, Container(story).Serial.ToString()).Scan(CodeOf(story, spoilt)).Kind);
        story.TryOn(Apply, Container(story).Serial.ToString()).Take();
        Assert.Equal(PrintState.Superseded, story.Chain.Prints[old.Serial].State);
    }

    [Fact]
    public void Destroy_OfAReprintThatWaits_LeavesTheOldLabel_WhichIsReprintedAgain()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.TryOn(Reprint, old.Serial.ToString()).Take();

        story.TryOn(Destroy, Container(story).Serial.ToString()).Take();

        Assert.Equal(Verdict.Accepted, Scan(story, "unit.complete", old).Kind);
        Assert.Empty(story.TryOn(Reprint, old.Serial.ToString()).Codes());
    }

    /// <summary>Where the label says something else from then on, the old one is void at its order, and a reprint that waited, too.</summary>
    [Fact]
    public void Replan_WithALabelOnTheBagAndAReprintThatWaits_VoidsBoth()
    {
        var story = Story.UpTo("split.fill-day1");
        var first = Day1(story);
        story.TryOn(Reprint, first.Serial.ToString()).Take();
        story.TryOn(Apply, Day1(story).Serial.ToString()).Take();
        var applied = Day1(story);
        story.TryOn(Reprint, applied.Serial.ToString()).Take();
        var waiting = Day1(story);

        story.Do("split.replan");

        Assert.Equal((PrintState.Superseded, PrintState.Superseded), (story.Chain.Prints[applied.Serial].State, story.Chain.Prints[waiting.Serial].State));
        Assert.Equal((waiting.Serial, applied.Serial), (Assert.IsType<LabelPrinted>(story.History[^1].What).Supersedes, ((LabelPrinted)story.History[^1].What).AlsoSupersedes));
        Assert.Equal(Verdict.Accepted, story.Try("split.fill-day1").Scan(Symbols.Bag(story.Chain, DoseBagId.Parse(first.Of))).Kind);
    }

    /// <summary>The step that needs the bag does not take a new label off the reel: the old one is still on the bag.</summary>
    [Fact]
    public void Fill_WithAReprintThatWaits_IsNotItsPlaceToBePutOn()
    {
        var story = Story.UpTo("split.fill-day1");
        story.TryOn(Reprint, Day1(story).Serial.ToString()).Take();
        story.TryOn(Apply, Day1(story).Serial.ToString()).Take();
        var applied = Day1(story);
        story.TryOn(Reprint, applied.Serial.ToString()).Take();

        var code = Symbols.Bag(story.Chain, DoseBagId.Parse(applied.Of));
        Assert.Equal(Verdict.NotDue, story.Try("split.fill-day1").Scan(code).Kind);
        Assert.Equal(Verdict.Accepted, story.Try("split.fill-day1").Scan(code with { Serial = applied.Serial }).Kind);
    }

    /// <summary>What was decided before the old label stayed valid keeps its meaning.</summary>
    [Fact]
    public void Fold_OfAReprintAsItWasRecordedBefore_VoidsTheOldLabelAtItsOrder()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.Happen(new LabelPrinted(story.NextSerial(), old.Kind, old.Carrier, old.Of, old.Serial), Crew.Of(Role.LabOperator), "label.reprint");

        Assert.Equal(PrintState.Superseded, story.Chain.Prints[old.Serial].State);
        Assert.Equal(Verdict.VoidPrint, Scan(story, "unit.complete", old).Kind);
        story.TryOn(Apply, Container(story).Serial.ToString()).Take();
        Assert.Empty(story.Try("unit.complete", "UO-02").Codes());
    }

    [Fact]
    public void Reprint_OnABagThatIsFrozenMeanwhile_IsDestroyed_AndTheOldLabelStays()
    {
        var story = Story.UpTo("bag.freeze", "1");
        var old = story.Chain.LivePrimaryPrint(story.Bag(1).Id.ToString())!;
        story.TryOn(Reprint, old.Serial.ToString()).Take();
        story.Do("bag.freeze", "1");
        var waiting = Newest(story, old.Of);

        Assert.Equal(["print-frozen"], story.TryOn(Apply, waiting.Serial.ToString()).Codes());
        story.TryOn(Destroy, waiting.Serial.ToString()).Take();

        Assert.Equal(old, story.Chain.LivePrimaryPrint(old.Of));
        Assert.Empty(story.Try("bag.store", "1").Codes());
    }

    [Fact]
    public void Apply_OldLabelScanned_IsRefused()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.TryOn(Reprint, old.Serial.ToString()).Take();

        Assert.Equal(Verdict.WrongKind, story.TryOn(Apply, Container(story).Serial.ToString()).Scan(CodeOf(story, old)).Kind);
    }

    [Fact]
    public void Apply_WithoutTheScan_IsRefused()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        story.TryOn(Reprint, Container(story).Serial.ToString()).Take();

        Assert.Contains("scan-missing", story.TryOn(Apply, Container(story).Serial.ToString()).Without("label").Codes());
    }

    [Fact]
    public void Apply_OfAFirstLabel_IsRefused()
    {
        var story = Story.UpTo("collection.start");

        Assert.Contains("print-first", story.TryOn(Apply, Waiting(story).Serial.ToString()).Codes());
    }

    [Fact]
    public void Reprint_OfALabelThatNeverCameOut_IsAppliedByTheStepItself()
    {
        var story = Story.UpTo("collection.start");

        story.TryOn(Reprint, Waiting(story).Serial.ToString()).With("reason", "not-printed").Take();

        Assert.Empty(story.Try("collection.start").Codes());
    }

    [Fact]
    public void Reprint_OfALabelReplacedAlready_IsRefused()
    {
        var story = Story.UpTo("collection.start");
        var old = Waiting(story).Serial.ToString();
        story.TryOn(Reprint, old).Take();

        Assert.Contains("print-replaced", story.TryOn(Reprint, old).Codes());
    }

    [Fact]
    public void Reprint_OfAWristband_IsRefused()
    {
        var story = Story.Enrolled();

        Assert.Contains("print-wristband", story.TryOn(Reprint, story.Chain.Prints.Keys.Single().ToString()).Codes());
    }

    [Fact]
    public void Reprint_OfAFrozenBag_IsRefused()
    {
        var story = Story.UpTo("bag.store", "1");
        var label = story.Chain.LivePrimaryPrint(story.Bag(1).Id.ToString())!;

        Assert.Contains("print-frozen", story.TryOn(Reprint, label.Serial.ToString()).Codes());
    }

    [Fact]
    public void Reprint_ByOnePersonTwice_IsRefused()
    {
        var story = Story.UpTo("collection.start");
        var nurse = Crew.Of(Role.ApheresisNurse);

        Assert.Contains("same-person", story.TryOn(Reprint, Waiting(story).Serial.ToString()).By(nurse, nurse).Codes());
    }

    [Fact]
    public void Reprint_OldLabelNotAccountedFor_IsRefused()
    {
        var story = Story.UpTo("collection.start");

        Assert.NotEmpty(story.TryOn(Reprint, Waiting(story).Serial.ToString()).With("old_gone", "").Codes());
    }

    [Fact]
    public void Reprint_OldLabelIsOnItsThing_StaysThereUntilTheNewOneWasScannedBack()
    {
        var story = Story.UpTo("unit.complete", "UO-02");

        story.TryOn(Reprint, Container(story).Serial.ToString()).With("old_gone", "").Take();

        Assert.NotEmpty(story.TryOn(Apply, Container(story).Serial.ToString()).With("old_removed", "").Codes());
        story.TryOn(Apply, Container(story).Serial.ToString()).Take();
    }

    [Fact]
    public void Reprint_OfAnUnknownSerial_IsRefused() =>
        Assert.Equal(["no-such-target"], Story.Enrolled().TryOn(Reprint, "P999999999").Codes());

    [Fact]
    public void Destroy_OfAWaitingLabel_ClosesTheReconciliation_AndANewOneMayBePrinted()
    {
        var story = Story.UpTo("collection.start");
        var label = Waiting(story).Serial;

        story.TryOn(Destroy, label.ToString()).Take();

        Assert.Equal(PrintState.Destroyed, story.Chain.Prints[label].State);
        Assert.DoesNotContain(story.Chain.Prints.Values, print => print is { State: PrintState.Printed, Carrier: Carrier.PrimaryBag });
        story.TryOn(Reprint, label.ToString()).Take();
        Assert.Empty(story.Try("collection.start").Codes());
    }

    [Fact]
    public void Destroy_OfAnAppliedLabel_IsRefused()
    {
        var story = Story.UpTo("unit.complete", "UO-02");

        Assert.Contains("print-applied", story.TryOn(Destroy, Container(story).Serial.ToString()).Codes());
    }

    [Fact]
    public void Steps_OnLabels_AreNotOnWorkLists() => Assert.All([Reprint, Apply, Destroy], step =>
    {
        Assert.False(step.Listed);
        Assert.Equal(2, step.Signatures.Count);
    });

    private static ContainerCode CodeOf(Story story, Print print) => Symbols.Container(story.Chain, story.Chain.CurrentBatch!) with { Serial = print.Serial };

    private static ScanVerdict Scan(Story story, string stepId, Print print) => story.Try(stepId, "UO-02").Scan(CodeOf(story, print));

    private static bool Labels(ChainState? one, ChainState? other) =>
        one!.Prints.Values.OrderBy(print => print.Serial.ToString()).SequenceEqual(other!.Prints.Values.OrderBy(print => print.Serial.ToString()));

    private static Print Day1(Story story) => story.Chain.Prints.Values.Where(print => print.Kind == LabelKind.DoseBagDay1).MaxBy(print => print.Serial.ToString())!;

    private static Print Container(Story story) => Newest(story, story.Chain.CurrentBatch!.Number.ToString());

    private static Print Waiting(Story story) => Newest(story, story.Chain.CurrentCollection!.Donation.ToString());

    private static Print Newest(Story story, string of) =>
        story.Chain.Prints.Values.Where(print => print.Of == of && print.Carrier == Carrier.PrimaryBag).MaxBy(print => print.Serial.ToString())!;
}
