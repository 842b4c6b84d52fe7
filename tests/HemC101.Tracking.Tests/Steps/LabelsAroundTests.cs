using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Labels for box, cassette, tube, overwrap and sticker: where each is ordered, that it reconciles, and that none stands for a bag.</summary>
public sealed class LabelsAroundTests
{
    private static readonly Step Reprint = StepCatalogue.Get("label.reprint");
    private static readonly Step Apply = StepCatalogue.Get("label.apply");
    private static readonly Step Destroy = StepCatalogue.Get("label.destroy");

    /// <summary>Step of the main path, dose day or unit, and what it orders around the thing.</summary>
    public static TheoryData<string, string, LabelKind[]> Orders => new()
    {
        { "collection.hand-over", "", [LabelKind.TransportContainer] },
        { "collection.receive", "", [] },
        { "unit.complete", "UO-02", [] },
        { "unit.complete", MasterProcess.Demo.Units.Single(unit => unit.EndsFormulated).Code, [LabelKind.TestTube, LabelKind.SterilityTube, LabelKind.RetentionSample, LabelKind.RetentionSample] },
        { "split.detach", "", [LabelKind.CassetteDay1, LabelKind.CassetteDay2] },
        { "bag.depart", "1", [LabelKind.TransportContainer] },
        { "thaw.start", "1", [] },
        { "thaw.end", "2", [LabelKind.PostThaw] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Step_OfTheMainPath_OrdersWhatIsNeededThere(string step, string on, LabelKind[] expected)
    {
        var story = Story.UpTo(step, on.Length == 0 ? null : on);
        var before = story.Chain.Prints.Count;

        story.Do(step, on);

        Assert.Equal(expected, Newest(story, story.Chain.Prints.Count - before).Select(print => print.Kind));
        Assert.All(Newest(story, expected.Length), print => Assert.True(print.Carrier.IsAround()));
    }

    [Fact]
    public void Receipt_IntoQuarantine_OrdersASticker_AndRejectionAnother()
    {
        var story = Story.UpTo("collection.receive").Try("collection.receive").With("max_c", "30").Take();

        Assert.Equal((LabelKind.Quarantine, Carrier.Sticker), Newest(story, 1).Select(print => (print.Kind, print.Carrier)).Single());
        story.Do("collection.reject");
        Assert.Equal(LabelKind.Rejected, Newest(story, 1).Single().Kind);
    }

    [Theory]
    [InlineData("chain", 2)]
    [InlineData("batch", 2)]
    [InlineData("day2", 1)]
    public void Hold_OfFilledBags_OrdersAStickerForEachBagItReaches(string over, int stickers)
    {
        var story = Story.UpTo("bag.reserve", "1");
        var before = story.Chain.Prints.Count;

        story.Try("hold.place").With("hold_over", over).Take();

        Assert.Equal(stickers, story.Chain.Prints.Count - before);
        Assert.All(Newest(story, stickers), print => Assert.Equal((LabelKind.Quarantine, true), (print.Kind, story.Chain.Bags.Exists(bag => bag.Id.ToString() == print.Of))));
    }

    /// <summary>Otherwise a QP who holds a batch could never release it.</summary>
    [Fact]
    public void Sticker_OfAHold_GivesNobodyAHandInTheBatch()
    {
        var story = Story.UpTo("bag.reserve", "1");
        var hands = story.Chain.CurrentBatch!.Hands;

        story.Try("hold.place").With("hold_over", "batch").By(Crew.Of(Role.QualifiedPerson)).Take();

        Assert.Equal(hands, story.Chain.CurrentBatch!.Hands);
    }

    [Fact]
    public void OutOfSpecification_OrdersAnAddendumForEachCassette()
    {
        var story = Story.UpTo("split.detach");
        var supplied = story.Chain with { Batches = [.. story.Chain.Batches.Select(batch => batch with { State = BatchState.SuppliedOutOfSpecification })] };
        var facts = story.Try("split.detach").Facts with { Chain = supplied };

        var orders = StepCatalogue.Get("split.detach").LabelsFor(facts);

        Assert.Equal(
            [LabelKind.CassetteDay1, LabelKind.OutOfSpecification, LabelKind.CassetteDay2, LabelKind.OutOfSpecification], orders.Select(order => order.Kind));
        Assert.All(orders, order => Assert.Equal(Carrier.Cassette, order.Carrier));
    }

    /// <summary>Every label around a thing, read by a scanner, at every step that wants a bag or container.</summary>
    [Fact]
    public void Symbol_AroundAThing_IsNeverTakenForTheBagItself()
    {
        var story = Story.UpTo("bedside.first", "1");
        story.Try("hold.place").With("hold_over", "chain").Take();
        var around = story.History.Select(happened => happened.What).OfType<LabelPrinted>().Where(printed => printed.Carrier.IsAround()).ToList();
        var bags = StepCatalogue.All.SelectMany(step => step.Scans.Where(demand => demand.Wanted is Wanted.DoseBag or Wanted.CollectionBag or Wanted.ProcessContainer).Select(demand => (step, demand))).ToList();

        Assert.Equal(
            [LabelKind.CollectionBag, LabelKind.TransportContainer, LabelKind.CassetteDay1, LabelKind.CassetteDay2, LabelKind.TestTube, LabelKind.SterilityTube, LabelKind.RetentionSample, LabelKind.PostThaw, LabelKind.Quarantine],
            around.Select(printed => printed.Kind).Distinct().Order());
        Assert.All(around, printed =>
        {
            var code = Assert.IsType<Reading.Understood>(BarcodeReader.Read($"]d1{PrintedSymbol.Of(story.Chain, printed)}")).Code;
            Assert.All(bags, wanted =>
            {
                var verdict = story.Try(wanted.step, wanted.step.Scope == Scope.Unit ? "UO-01" : "1").Scan(code);
                Assert.False(verdict.IsAccepted && verdict.Demand == wanted.demand.Key);
            });
        });
    }

    [Theory]
    [InlineData("07")]
    [InlineData("10")]
    [InlineData("12")]
    [InlineData("13")]
    public void Symbol_WithAFlagOfATube_IsNoBag_WhateverItsSerialSays(string flags)
    {
        var story = Story.UpTo("collection.hand-over");
        var code = Symbols.Collection(story.Chain, story.Chain.CurrentCollection!.Donation);

        Assert.Equal(Verdict.Accepted, story.Try("collection.hand-over").Scan(code).Kind);
        Assert.Equal(Verdict.WrongKind, story.Try("collection.hand-over").Scan(code with { Flags = DonationFlags.Parse(flags) }).Kind);
    }

    [Fact]
    public void Apply_ScannedBack_ReconcilesTheLabel_AndADestroyedOneToo()
    {
        var story = Story.UpTo("collection.receive");
        var waiting = Accountability.Of([story.Chain]).Around;
        Assert.Equal([LabelKind.TransportContainer], waiting.Select(label => label.Print.Kind));

        foreach (var label in waiting)
        {
            story.TryOn(Apply, label.Print.Serial.ToString()).Take();
        }

        Assert.Empty(Accountability.Of([story.Chain]).Around);
        Assert.All(waiting, label => Assert.Equal(PrintState.Applied, story.Chain.Prints[label.Print.Serial].State));
    }

    [Fact]
    public void Apply_AnotherLabelScanned_IsRefused()
    {
        var story = Detached();
        var (first, second) = (Only(story, LabelKind.CassetteDay1), Only(story, LabelKind.CassetteDay2));
        var code = new ContainerCode { Coi = story.Chain.Coi, Serial = second.Serial };

        Assert.Equal(Verdict.WrongKind, story.TryOn(Apply, first.Serial.ToString()).Scan(code).Kind);
        Assert.Equal(Verdict.Mismatch, story.TryOn(Apply, first.Serial.ToString()).Scan(code with { Coi = Story.Enrolled(8).Chain.Coi }).Kind);
        Assert.Equal(Verdict.VoidPrint, story.TryOn(Apply, first.Serial.ToString()).Scan(code with { Serial = null }).Kind);
        Assert.Contains("scan-missing", story.TryOn(Apply, first.Serial.ToString()).Without("label").Codes());
    }

    /// <summary>Bags filled, and nothing on their cassettes.</summary>
    private static Story Detached() => Story.UpTo("split.detach").Do("split.detach");

    /// <summary>The cassette says another day from then on.</summary>
    [Fact]
    public void Cassette_OfARedesignatedBag_TakesThePlaceOfTheOldOne()
    {
        var story = Story.UpTo("bag.reserve", "1").Do("bag.damage", "1").Do("bag.discard", "1");
        var old = Only(story, LabelKind.CassetteDay2);

        story.Do("bag.redesignate", "2");

        Assert.Equal(PrintState.Superseded, story.Chain.Prints[old.Serial].State);
        Assert.Equal((PrintState.Printed, old.Of), (Only(story, LabelKind.CassetteRedesignated).State, Only(story, LabelKind.CassetteRedesignated).Of));
        Assert.Empty(story.TryOn(Apply, Only(story, LabelKind.CassetteRedesignated).Serial.ToString()).Codes());
    }

    [Fact]
    public void Freeze_BeforeTheCassettesLabelsWereScannedBack_IsRefused()
    {
        var story = Detached();
        var cassette = Only(story, LabelKind.CassetteDay1).Serial.ToString();

        Assert.Equal(["cassette-unlabelled"], story.Try("bag.freeze", "1").Codes());
        story.TryOn(Destroy, cassette).Take();
        Assert.Empty(story.Try("bag.freeze", "1").Codes());
        story.TryOn(Reprint, cassette).Take();
        Assert.Equal(["cassette-unlabelled"], story.Try("bag.freeze", "1").Codes());
        story.PutLabelsOn();

        Assert.Empty(story.Try("bag.freeze", "1").Codes());
    }

    [Fact]
    public void Cassette_LabelledButNotScannedBeforeTheFreezer_IsOnlyScanned()
    {
        var story = Detached();
        var cassette = Only(story, LabelKind.CassetteDay1).Serial.ToString();
        story.Happen(new BagFrozen(story.Bag(1).Id, HouseId.Issue(HouseKind.Equipment, 1), "R-1", true), Crew.Of(Role.LabOperator), "bag.freeze");

        Assert.Equal(["print-frozen"], story.TryOn(Reprint, cassette).Codes());
        Assert.Equal(["was_in_its_place", "remark"], Apply.FieldsFor(story.TryOn(Apply, cassette).Bare).Select(field => field.Name));
        story.TryOn(Apply, cassette).Take();

        Assert.Equal(PrintState.Applied, Only(story, LabelKind.CassetteDay1).State);
    }

    [Fact]
    public void Destroy_OfAnAppliedLabel_OnlyWhereItComesOff()
    {
        var story = Detached().Try("hold.place").With("hold_over", "day1").Take();
        var (sticker, cassette) = (Only(story, LabelKind.Quarantine), Only(story, LabelKind.CassetteDay1));
        story.TryOn(Apply, sticker.Serial.ToString()).Take();
        story.TryOn(Apply, cassette.Serial.ToString()).Take();

        Assert.Equal(["print-applied"], story.TryOn(Destroy, cassette.Serial.ToString()).Codes());
        story.TryOn(Destroy, sticker.Serial.ToString()).With("reason", "taken-off").Take();

        Assert.Equal(PrintState.Destroyed, story.Chain.Prints[sticker.Serial].State);
    }

    /// <summary>On a tube, too, the old one is valid until the new one was scanned back, and then goes before both.</summary>
    [Fact]
    public void Reprint_OfAnAppliedTube_TakesItsPlaceWhenItIsScannedBack()
    {
        var story = Story.UpTo("batch.review");
        var old = Only(story, LabelKind.SterilityTube);
        story.TryOn(Reprint, old.Serial.ToString()).With("old_gone", "").Take();
        var waiting = story.Chain.Prints.Values.Single(print => print is { Kind: LabelKind.SterilityTube, State: PrintState.Printed });
        Assert.Equal(PrintState.Applied, story.Chain.Prints[old.Serial].State);

        Assert.Equal(["record-missing"], story.TryOn(Apply, waiting.Serial.ToString()).With("old_removed", "").Codes());
        story.TryOn(Apply, waiting.Serial.ToString()).Take();

        Assert.Equal((PrintState.Superseded, PrintState.Applied), (story.Chain.Prints[old.Serial].State, story.Chain.Prints[waiting.Serial].State));
    }

    /// <summary>Those at the bed put the clock on the overwrap; the label of the bag itself is not theirs to put on.</summary>
    [Fact]
    public void WardNurses_ApplyTheOverwrap_AndNoLabelOfTheBagItself()
    {
        var nurses = new[] { Crew.Of(Role.WardNurse, 1), Crew.Of(Role.WardNurse, 2) };
        var story = Story.UpTo("bedside.first", "1");

        story.TryOn(Apply, Only(story, LabelKind.PostThaw).Serial.ToString()).By(nurses).Take();

        var bag = Story.UpTo("unit.complete", "UO-02");
        Assert.Contains("role-missing", bag.TryOn(Reprint, bag.Chain.LivePrimaryPrint(bag.Chain.CurrentBatch!.Number.ToString())!.Serial.ToString()).By(nurses).Codes());
    }

    [Fact]
    public void Reprint_OfABagsLabel_CarriesFlag05_AndATubeStaysATube()
    {
        var story = Story.UpTo("collection.hand-over");
        var bag = story.Chain.LivePrimaryPrint(story.Chain.CurrentCollection!.Donation.ToString())!;
        story.TryOn(Reprint, bag.Serial.ToString()).Take();
        Assert.Contains($"={bag.Of}05", Symbol(story), StringComparison.Ordinal);

        story = Detached();
        story.TryOn(Reprint, Only(story, LabelKind.SterilityTube).Serial.ToString()).Take();
        Assert.Contains($"={story.Chain.CurrentBatch!.Donation}10", Symbol(story), StringComparison.Ordinal);
    }

    /// <summary>A label around the thing waits for the system; what hands do does not.</summary>
    [Theory]
    [InlineData("collection.hand-over")]
    [InlineData("unit.complete")]
    [InlineData("thaw.end")]
    public void Step_ThatOrdersLabelsAround_StillStandsOnPaper(string step) =>
        Assert.Null(Assert.IsType<Step>(BackEntry.Of(StepCatalogue.Get(step))).LabelsAround);

    private static string Symbol(Story story) => PrintedSymbol.Of(story.Chain, Assert.IsType<LabelPrinted>(story.History[^1].What));

    private static Print Only(Story story, LabelKind kind) => story.Chain.Prints.Values.Single(print => print.Kind == kind);

    private static IEnumerable<Print> Newest(Story story, int count) =>
        story.Chain.Prints.Values.OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal).TakeLast(count);
}
