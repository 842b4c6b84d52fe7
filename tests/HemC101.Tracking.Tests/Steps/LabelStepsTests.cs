using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
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
    public void Reprint_OfAnAppliedLabel_SupersedesIt_AndTheBagNeedsTheNewOne()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        Assert.Equal(PrintState.Applied, old.State);

        story.TryOn(Reprint, old.Serial.ToString()).Take();

        var replacement = Container(story);
        Assert.Equal(PrintState.Superseded, story.Chain.Prints[old.Serial].State);
        Assert.Equal((PrintState.Printed, old.Kind, old.Carrier, old.Of), (replacement.State, replacement.Kind, replacement.Carrier, replacement.Of));
        var printed = Assert.IsType<LabelPrinted>(story.History[^1].What);
        Assert.Equal(old.Serial, printed.Supersedes);
        Assert.Equal(2, story.History[^1].Act.Signatures.Count);
        Assert.NotEmpty(story.Try("unit.complete", "UO-02").Codes());
    }

    [Fact]
    public void Apply_ReprintScannedBack_MakesItLive_AndTheWorkGoesOn()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        story.TryOn(Reprint, Container(story).Serial.ToString()).Take();

        story.TryOn(Apply, Container(story).Serial.ToString()).Take();

        Assert.Equal(PrintState.Applied, Container(story).State);
        Assert.Empty(story.Try("unit.complete", "UO-02").Codes());
    }

    [Fact]
    public void Apply_OldLabelScanned_IsRefused()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        var old = Container(story);
        story.TryOn(Reprint, old.Serial.ToString()).Take();
        var code = Symbols.Container(story.Chain, story.Chain.CurrentBatch!) with { Serial = old.Serial };

        var verdict = story.TryOn(Apply, Container(story).Serial.ToString()).Scan(code);

        Assert.Equal(Verdict.VoidPrint, verdict.Kind);
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

    private static Print Container(Story story) => Newest(story, story.Chain.CurrentBatch!.Number.ToString());

    private static Print Waiting(Story story) => Newest(story, story.Chain.CurrentCollection!.Donation.ToString());

    private static Print Newest(Story story, string of) =>
        story.Chain.Prints.Values.Where(print => print.Of == of && print.Carrier == Carrier.PrimaryBag).MaxBy(print => print.Serial.ToString())!;
}
