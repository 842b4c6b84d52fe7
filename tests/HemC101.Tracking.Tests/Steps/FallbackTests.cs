using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>The printer at the chair fails: a pre-printed set becomes the collection's number and labels.</summary>
public sealed class FallbackTests
{
    private const string Take = "collection.fallback";

    [Fact]
    public void Set_TakesThePlaceOfTheNumberDrawn_AndOfItsLabel()
    {
        var story = Story.UpTo("collection.start");
        var (drawn, set) = (story.Chain.CurrentCollection!.Donation, story.FallbackSet);
        var label = story.Chain.Prints.Values.Single(print => print.Of == drawn.ToString()).Serial;

        story.Do(Take);

        Assert.Equal((set.Donation, CollectionState.Identified), (story.Chain.CurrentCollection!.Donation, story.Chain.CurrentCollection.State));
        Assert.Equal((CollectionState.Aborted, ProductState.Collecting), (story.Chain.Find(drawn)!.State, story.Chain.Product));
        Assert.Equal(PrintState.Superseded, story.Chain.Prints[label].State);
        Assert.Equal((Carrier.PrimaryBag, PrintState.Printed), (story.Chain.Prints[set.Bag].Carrier, story.Chain.Prints[set.Bag].State));
        Assert.Equal((Carrier.Tag, PrintState.Printed), (story.Chain.Prints[set.Tag].Carrier, story.Chain.Prints[set.Tag].State));
    }

    /// <summary>No label of this collection comes out of a printer.</summary>
    [Fact]
    public void Labels_OfTheSet_CarryTheCollectionToTheLaboratory()
    {
        var story = Story.UpTo("collection.start");
        var set = story.FallbackSet;
        var printed = story.Chain.Prints.Count;

        story.Do(Take);
        foreach (var step in new[] { "collection.start", "collection.complete", "collection.disconnect" })
        {
            story.AfterMinutes(5).Do(step);
        }

        Assert.Equal(printed + 2, story.Chain.Prints.Count);
        Assert.Equal((PrintState.Applied, PrintState.Applied), (story.Chain.Prints[set.Bag].State, story.Chain.Prints[set.Tag].State));
        story.Do("collection.hand-over").Do("collection.receive").AfterMinutes(5).Do("batch.open");
        Assert.Equal(set.Donation, story.Chain.CurrentBatch!.Donation);
    }

    [Fact]
    public void Label_OfTheSet_IsReprintedAsAnOrdinaryOne()
    {
        var story = Story.UpTo("collection.start");
        var set = story.FallbackSet;
        story.Do(Take).Do("collection.start");

        story.TryOn(StepCatalogue.Get("label.reprint"), set.Bag.ToString()).Take();

        var printed = Assert.IsType<LabelPrinted>(story.History[^1].What);
        Assert.Equal((LabelKind.CollectionBag, Carrier.PrimaryBag, set.Donation.ToString()), (printed.Kind, printed.Carrier, printed.Of));
        Assert.Equal(PrintState.Applied, story.Chain.Prints[set.Bag].State);
        story.TryOn(StepCatalogue.Get("label.apply"), printed.Serial.ToString()).Take();
        Assert.Equal((PrintState.Superseded, PrintState.Applied), (story.Chain.Prints[set.Bag].State, story.Chain.Prints[printed.Serial].State));
    }

    [Theory]
    [InlineData(FallbackState.Issued, Verdict.Accepted)]
    [InlineData(FallbackState.Printed, Verdict.NotDue)]
    [InlineData(FallbackState.Used, Verdict.Held)]
    [InlineData(FallbackState.Destroyed, Verdict.VoidPrint)]
    [InlineData(FallbackState.Missing, Verdict.VoidPrint)]
    public void Scan_OfASet_GoesByItsState(FallbackState state, Verdict verdict)
    {
        var story = Story.UpTo("collection.start");
        var facts = story.Try(Take).Bare with { FallbackSet = story.FallbackSet with { State = state } };

        Assert.Equal(verdict, Scan(facts, CodeOf(story.FallbackSet)).Kind);
    }

    /// <summary>Places to write a name on lead to one on a coded label. A set that says less is better than none: the printer is down.</summary>
    [Theory]
    [InlineData(LabelIdentityMode.Coded, LabelIdentityMode.CodedPlusInitialsDob, Verdict.NotDue)]
    [InlineData(LabelIdentityMode.Coded, LabelIdentityMode.FullName, Verdict.NotDue)]
    [InlineData(LabelIdentityMode.CodedPlusInitialsDob, LabelIdentityMode.FullName, Verdict.NotDue)]
    [InlineData(LabelIdentityMode.FullName, LabelIdentityMode.CodedPlusInitialsDob, Verdict.Accepted)]
    [InlineData(LabelIdentityMode.CodedPlusInitialsDob, LabelIdentityMode.Coded, Verdict.Accepted)]
    public void Scan_OfASetInAnotherForm_IsRefusedWhereItSaysMore_AndToldWhichIsRight(LabelIdentityMode chains, LabelIdentityMode sets, Verdict verdict)
    {
        var story = Story.UpTo("collection.start");
        var book = new SettingsBook(
        [
            new(story.Settings with { LabelIdentity = chains }, DateTimeOffset.MinValue, DateTimeOffset.MinValue),
            new(story.Settings with { LabelIdentity = sets, Version = "later" }, story.Now.AddMinutes(-5), story.Now.AddMinutes(-5)),
        ]);
        var facts = story.Try(Take).Bare with { Book = book };

        var later = Scan(facts with { FallbackSet = story.FallbackSet with { PrintedAt = story.Now } }, CodeOf(story.FallbackSet));

        Assert.Equal(verdict, later.Kind);
        Assert.Equal(verdict == Verdict.NotDue, later.Sentence.Ru.Contains(LabelForm.NameOf(chains).Ru, StringComparison.Ordinal));
        Assert.Equal(verdict == Verdict.NotDue, later.Sentence.En.Contains(LabelForm.NameOf(sets).En, StringComparison.Ordinal));
        Assert.Equal(Verdict.Accepted, Scan(facts, CodeOf(story.FallbackSet)).Kind);
    }

    /// <summary>The bag of a collection is labelled alike by either law, and a second language harms nobody.</summary>
    [Fact]
    public void Scan_OfASetThatDiffersInLanguageAlone_IsAccepted()
    {
        var story = Story.UpTo("collection.start");
        var book = new SettingsBook(
        [
            new(story.Settings, DateTimeOffset.MinValue, DateTimeOffset.MinValue),
            new(story.Settings with { LabelEnglish = false, LabelProfile = LabelProfile.Bmcp180, Version = "later" }, story.Now.AddMinutes(-5), story.Now.AddMinutes(-5)),
        ]);

        Assert.Equal(Verdict.Accepted, Scan(story.Try(Take).Bare with { Book = book, FallbackSet = story.FallbackSet with { PrintedAt = story.Now } }, CodeOf(story.FallbackSet)).Kind);
    }

    [Fact]
    public void Scan_OfWhatIsNoSet_IsRefused()
    {
        var story = Story.UpTo("collection.start");
        var facts = story.Try(Take).Bare;
        var code = CodeOf(story.FallbackSet);

        Assert.Equal(Verdict.WrongKind, Scan(facts, code with { Serial = story.FallbackSet.Tag }).Kind);
        Assert.Equal(Verdict.VoidPrint, Scan(facts, code with { Serial = PrintSerial.Issue(999) }).Kind);
        Assert.Equal(Verdict.VoidPrint, Scan(facts with { FallbackSet = null }, code).Kind);
        Assert.Equal(Verdict.WrongKind, Scan(facts, Symbols.Collection(story.Chain, story.Chain.CurrentCollection!.Donation)).Kind);
    }

    /// <summary>A label without a CoI belongs to whom it was taken for, and to nobody else.</summary>
    [Fact]
    public void LabelOfASet_AtAnotherChain_IsAMismatch()
    {
        var (story, other) = (Story.UpTo("collection.start").Do(Take), Story.UpTo("collection.start", participant: 8).Do(Take));

        Assert.Equal(Verdict.Accepted, story.Try("collection.start").Scan(CodeOf(story)).Kind);
        Assert.Equal(Verdict.Mismatch, story.Try("collection.start").Scan(CodeOf(other)).Kind);
    }

    /// <summary>No full stop for who forgot the step: it says which.</summary>
    [Theory]
    [InlineData(FallbackState.Issued, Verdict.WrongKind)]
    [InlineData(FallbackState.Used, Verdict.Mismatch)]
    [InlineData(FallbackState.Destroyed, Verdict.Mismatch)]
    public void LabelOfASet_WhereTheBagIsWanted_GoesByItsState(FallbackState state, Verdict verdict)
    {
        var story = Story.UpTo("collection.start");
        var facts = story.Try("collection.start").Bare with { FallbackSet = story.FallbackSet with { State = state } };

        Assert.Equal(verdict, ScanDesk.Take(StepCatalogue.Get("collection.start"), facts, CodeOf(story.FallbackSet), null).Kind);
    }

    [Fact]
    public void Set_IsTakenBeforeTheCollectionStarts()
    {
        Assert.Equal(["fallback-late"], Story.UpTo("collection.complete").Try(Take).Codes());
        Assert.Equal(["scan-missing"], Story.UpTo("collection.start").Try(Take).Without("fallback-set").Codes());
        Assert.Contains("held", Story.UpTo("collection.start").Try("hold.place").With("hold_over", "chain").Take().Try(Take).Codes());
    }

    [Fact]
    public void Symbol_OfASet_ReadsBackAsItself_AndNamesNoChain()
    {
        var set = Story.Enrolled().FallbackSet;

        var read = Assert.IsType<ContainerCode>(((Reading.Understood)BarcodeReader.Read(BarcodeWriter.Fallback(set.Donation, set.Bag))).Code);

        Assert.Equal((set.Donation, set.Bag, (CoiId?)null), (read.Donation!.Value, read.Serial!.Value, read.Coi));
    }

    private static ScanVerdict Scan(Facts facts, ScannedCode code) => ScanDesk.Take(StepCatalogue.Get(Take), facts, code, null);

    private static ContainerCode CodeOf(FallbackSet set) => new() { Donation = set.Donation, Flags = DonationFlags.None, Serial = set.Bag };

    private static ContainerCode CodeOf(Story story)
    {
        var taken = story.History.Select(happened => happened.What).OfType<FallbackSetTaken>().Single();
        return new() { Donation = taken.Donation, Flags = DonationFlags.None, Serial = taken.BagLabel };
    }
}
