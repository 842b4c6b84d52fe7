using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

public sealed class ScanDeskTests
{
    private readonly Story _story = Story.UpTo("bedside.first");
    private readonly Story _other = Story.UpTo("bedside.first", participant: 8);

    private Attempt AtTheBed => _story.Try("bedside.first", "1");

    [Fact]
    public void Scan_BandOfAnotherParticipant_IsAMismatch() =>
        Assert.Equal(Verdict.Mismatch, AtTheBed.Scan(Symbols.Band(_other.Chain)).Kind);

    [Fact]
    public void Scan_BagOfAnotherParticipant_IsAMismatch() =>
        Assert.Equal(Verdict.Mismatch, AtTheBed.Scan(Symbols.Bag(_other.Chain, _other.Bag(1).Id)).Kind);

    [Fact]
    public void Scan_AnyContainerOfAnotherParticipant_IsAMismatch()
    {
        Assert.Equal(Verdict.Mismatch, AtTheBed.Scan(Symbols.Container(_other.Chain, _other.Chain.CurrentBatch!)).Kind);
        Assert.Equal(Verdict.Mismatch, AtTheBed.Scan(Symbols.Collection(_other.Chain, _other.Chain.CurrentCollection!.Donation)).Kind);
    }

    [Fact]
    public void Scan_ThingOfAnotherParticipantAfterTheRightOne_IsStillAMismatch()
    {
        var done = AtTheBed.Facts;
        var step = AtTheBed.Step;

        Assert.Equal(Verdict.Mismatch, ScanDesk.Take(step, done, Symbols.Bag(_other.Chain, _other.Bag(1).Id), null).Kind);
        Assert.Equal(Verdict.Mismatch, ScanDesk.Take(step, done, Symbols.Band(_other.Chain), null).Kind);
    }

    [Fact]
    public void Scan_BagOfTheOtherDay_IsTheWrongDay() =>
        Assert.Equal(Verdict.WrongDay, AtTheBed.Scan(Symbols.Bag(_story.Chain, _story.Bag(2).Id)).Kind);

    [Fact]
    public void Scan_CollectionBagWhereTheDoseIsWanted_IsTheWrongKind() =>
        Assert.Equal(Verdict.WrongKind, AtTheBed.Scan(Symbols.Collection(_story.Chain, _story.Chain.CurrentCollection!.Donation)).Kind);

    [Fact]
    public void Scan_LinearDonationCode_IsTheWrongKind() =>
        Assert.Equal(Verdict.WrongKind, AtTheBed.Scan(new DonationCode(_story.Bag(1).Id.Donation, DonationFlags.None)).Kind);

    [Fact]
    public void Scan_SupersededBand_IsVoid()
    {
        var old = Symbols.Band(_story.Chain);
        _story.Do("band.replace").Do("band.bind");

        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(old).Kind);
        Assert.Equal(Verdict.Accepted, AtTheBed.Scan(Symbols.Band(_story.Chain)).Kind);
    }

    [Fact]
    public void Scan_NewBandNotYetBound_IsNotDue()
    {
        _story.Do("band.replace");

        Assert.Equal(Verdict.NotDue, AtTheBed.Scan(Symbols.Band(_story.Chain)).Kind);
    }

    [Theory]
    [InlineData(Carrier.Tag)]
    [InlineData(Carrier.Cassette)]
    [InlineData(Carrier.Tube)]
    [InlineData(Carrier.Sheet)]
    public void Scan_PrintThatStandsOnSomethingElse_IsTheWrongKind(Carrier carrier)
    {
        Print(carrier, null);

        Assert.Equal(Verdict.WrongKind, AtTheBed.Scan(Symbols.Bag(_story.Chain, _story.Bag(1).Id, carrier)).Kind);
    }

    [Theory]
    [InlineData(SheetKind.Accompanying)]
    [InlineData(SheetKind.DowntimePack)]
    public void Scan_NumberedSheetWhereTheBagIsWanted_IsTheWrongKind(SheetKind kind)
    {
        var serial = PrintSerial.Issue(777);
        _story.Happen(new SheetIssued(serial, kind, _story.Bag(1).Id.ToString()), Crew.Of(Role.Cryostore), "sheet.issue");
        var read = Assert.IsType<Reading.Understood>(BarcodeReader.Read(BarcodeWriter.Around(_story.Chain.Coi, serial)));

        var verdict = AtTheBed.Scan(read.Code);

        Assert.Equal((Verdict.WrongKind, serial), (verdict.Kind, verdict.Serial));
        Assert.Contains("sheet", verdict.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_NumberedSheetOfAnotherParticipant_IsAMismatch() => Assert.Equal(
        Verdict.Mismatch,
        AtTheBed.Scan(Assert.IsType<Reading.Understood>(BarcodeReader.Read(BarcodeWriter.Around(_other.Chain.Coi, PrintSerial.Issue(778)))).Code).Kind);

    [Fact]
    public void Scan_SupersededOrDestroyedOrUnknownPrint_IsVoid()
    {
        var old = Symbols.Bag(_story.Chain, _story.Bag(1).Id);
        var fresh = Print(Carrier.PrimaryBag, old.Serial);

        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(old).Kind);
        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(old with { Serial = null }).Kind);
        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(old with { Serial = PrintSerial.Issue(999999) }).Kind);
        Assert.Equal(Verdict.NotDue, AtTheBed.Scan(old with { Serial = fresh }).Kind);

        _story.Happen(new LabelDestroyed(fresh, "spoiled"), Crew.Of(Role.QualityAssurance), "label");
        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(old with { Serial = fresh }).Kind);
    }

    [Fact]
    public void Scan_PrintOfTheOtherBag_IsVoid() =>
        Assert.Equal(Verdict.VoidPrint, AtTheBed.Scan(Symbols.Bag(_story.Chain, _story.Bag(1).Id) with
        {
            Serial = Symbols.Bag(_story.Chain, _story.Bag(2).Id).Serial,
        }).Kind);

    [Theory]
    [InlineData("bedside.first")]
    [InlineData("split.fill-day1")]
    [InlineData("collection.start")]
    [InlineData("collection.receive")]
    [InlineData("unit.complete")]
    public void Scan_OfTheSameThingAgain_IsADuplicate(string stepId)
    {
        var story = Story.UpTo(stepId);
        var attempt = story.Try(stepId, Leg.Main.First(leg => leg.StepId == stepId).On is { Length: > 0 } on ? on : "1");
        var facts = attempt.Facts;
        foreach (var demand in attempt.Step.ScansFor(facts))
        {
            var (code, known) = Symbols.Right(demand, facts);
            Assert.Equal(Verdict.Duplicate, ScanDesk.Take(attempt.Step, facts, code, known).Kind);
        }
    }

    [Fact]
    public void Scan_OfTheHouse_IsJudgedByItsRegister()
    {
        var step = Story.UpTo("collection.start").Try("collection.start");
        var lot = Symbols.Thing(HouseId.Issue(HouseKind.MaterialLot, 1), MaterialKind.ApheresisKit);
        var device = Symbols.Thing(HouseId.Issue(HouseKind.Equipment, 1), null);
        var today = MoscowTime.DayOf(step.Bare.Now);
        Verdict Of(HouseThing thing) => step.Scan(new HouseCode(thing.Id), thing).Kind;

        Assert.Equal(Verdict.Accepted, Of(lot with { ExpiresOn = today }));
        Assert.Equal(Verdict.Expired, Of(lot with { ExpiresOn = today.AddDays(-1) }));
        foreach (var status in Enum.GetValues<HouseStatus>().Where(status => status != HouseStatus.Released))
        {
            Assert.Equal(Verdict.Held, Of(lot with { Status = status }));
        }

        Assert.Equal(Verdict.WrongKind, Of(lot with { Material = MaterialKind.Vector }));
        Assert.Equal(Verdict.Accepted, Of(device with { OccupiedBy = step.Bare.Chain.Coi }));
        Assert.Equal(Verdict.Held, Of(device with { OccupiedBy = _other.Chain.Coi }));
        Assert.Equal(Verdict.NotDue, step.Scan(new HouseCode(lot.Id)).Kind);
        Assert.Equal(Verdict.WrongKind, step.Scan(new StaffCode(Crew.Of(Role.Courier).Number, null)).Kind);
    }

    [Fact]
    public void Scan_OfAnotherSealThanAtHandOver_IsTheWrongOne_AndNotAnotherPerson()
    {
        var step = Story.UpTo("collection.receive").Try("collection.receive");
        var seal = HouseId.Issue(HouseKind.Seal, 77);

        var verdict = step.Scan(new HouseCode(seal), Symbols.Thing(seal, null));

        Assert.Equal((Verdict.WrongKind, false), (verdict.Kind, verdict.IsStop));
        Assert.NotNull(verdict.Expected);
    }

    [Fact]
    public void Scan_OfAPositionWithAnotherParticipantsBag_IsHeld()
    {
        var step = Story.UpTo("bag.store").Try("bag.store", "1");
        var position = Symbols.Thing(HouseId.Issue(HouseKind.Location, 5), null);

        Assert.Equal(Verdict.Held, step.Scan(new HouseCode(position.Id), position with { OccupiedBy = _other.Chain.Coi }).Kind);
    }

    [Fact]
    public void Take_FreshLabel_IsAppliedOnce()
    {
        var applied = Story.ToTheEnd().History.Select(happened => happened.What).OfType<LabelApplied>().ToList();

        Assert.Equal(applied.Distinct().Count(), applied.Count);
    }

    [Fact]
    public void Store_TwoBagsInOnePosition_IsRefused()
    {
        var story = Story.UpTo("bag.store", "2");
        var taken = story.Bag(1).Position!.Value;

        var verdict = story.Try("bag.store", "2").Without("position").Scan(
            new HouseCode(taken), new HouseThing(taken, new Text("Позиция", "Position"), HouseStatus.Released, null, null, null));

        Assert.Equal(Verdict.Held, verdict.Kind);
    }

    private PrintSerial Print(Carrier carrier, PrintSerial? supersedes)
    {
        var serial = _story.NextSerial();
        _story.Happen(
            new LabelPrinted(serial, LabelKind.DoseBagDay1, carrier, _story.Bag(1).Id.ToString(), supersedes),
            Crew.Of(Role.QualityAssurance), "label");
        Assert.Equal(PrintState.Printed, _story.Chain.Prints[serial].State);
        return serial;
    }
}
