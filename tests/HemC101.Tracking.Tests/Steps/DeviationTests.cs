using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class DeviationTests
{
    private static readonly DoseBagId Bag = DoseBagId.Parse("A999926000070YA0011A0");
    private static readonly DonationNumber Donation = Bag.Donation;
    private static readonly BatchNumber Batch = BatchNumber.Issue(2026, 70);
    private static readonly DateTimeOffset At = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Event, kind and class of the deviation; null for what opens none.</summary>
    public static TheoryData<ChainEvent, string?, DeviationClass> ByThemselves => new()
    {
        { new IdentityMismatched("bag.clear", "band", "x", "y", Bag), "identity", DeviationClass.Critical },
        { new BagLocked(Bag, BagLocked.AtAnother), "identity", DeviationClass.Critical },
        { new BagLocked(Bag, "seal-or-logger"), "custody", DeviationClass.Major },
        { new BagLocked(Bag, BagLocked.WrongBand), null, default },
        { new BagLocked(Bag, BagLocked.Lost), null, default },
        { new BagLost(Bag, "not-arrived"), "custody", DeviationClass.Critical },
        { new ScanRefused("bag.clear", "bag", "WrongDay", null, null), "wrong-day", DeviationClass.Major },
        { new ScanRefused("bag.clear", "bag", "VoidPrint", null, null), "label", DeviationClass.Major },
        { new ScanRefused("bag.clear", "bag", "WrongKind", null, null), null, default },
        { new CollectionQuarantined(Donation, 1, 9, ["seal"]), "custody", DeviationClass.Major },
        { new CollectionLost(Donation, "transport"), "custody", DeviationClass.Critical },
        { new BagMiscounted(Bag, 1, "missing"), "custody", DeviationClass.Critical },
        { new TemperatureLogged($"{Bag}", HouseId.Issue(HouseKind.Location, 1), 3, new string('a', 64), -180, -120, At, At, 0, At, At), "temperature", DeviationClass.Major },
        { new TemperatureLogged($"{Bag}", HouseId.Issue(HouseKind.Location, 1), 3, new string('a', 64), -180, -170, At, At, 0, null, null), null, default },
        { new UnitFailed(Batch, "UO-01", "device"), "process", DeviationClass.Major },
        { new BagDamaged(Bag, "leak"), "damaged", DeviationClass.Major },
        { new SafetyActDisputed(1), "person", DeviationClass.Critical },
        { new StepRefused("bag.clear", "", ["held"]), null, default },
        { new HoldPlaced(1, null, "safety", false), null, default },
    };

    [Theory]
    [MemberData(nameof(ByThemselves))]
    public void Event_OpensWhatItIs(ChainEvent what, string? kind, DeviationClass grade)
    {
        var self = Deviation.OpenedBySelf(what, Story.UpTo("bag.clear", "1").Chain);

        Assert.Equal(kind, self?.Kind);
        Assert.Equal(grade, self?.Class ?? default);
    }

    [Fact]
    public void Expiry_OfAThawedBag_IsADeviation_AndOfAFrozenOneIsNone()
    {
        var story = Story.UpTo("bag.reserve", "2");
        Assert.Null(Deviation.OpenedBySelf(new BagExpired(story.Bag(2).Id), story.Chain));
        Assert.Equal("clock", Deviation.OpenedBySelf(new BagExpired(story.Bag(1).Id), story.Chain)?.Kind);
    }

    [Theory]
    [InlineData("batch.release-conditionally", "chain")]
    [InlineData("batch.release-conditionally", "collection")]
    [InlineData("batch.release-conditionally", "batch")]
    [InlineData("bags.confirm", "day2")]
    public void Critical_Open_ClosesTheRelease_UntilQualityAndTheQpHaveClosedIt(string stepId, string over)
    {
        var story = Reported(Story.UpTo(stepId), "Critical", over);

        Assert.Contains("deviation-open", story.Try(stepId).Codes());
        story.Do("deviation.close-critical");
        Assert.Empty(story.Try(stepId).Codes());
        Assert.Empty(story.Chain.OpenDeviations);
    }

    [Theory]
    [InlineData("Minor")]
    [InlineData("Major")]
    public void LesserOne_StopsNothing_AndQualityClosesIt(string grade)
    {
        var story = Reported(Story.UpTo("batch.release-conditionally"), grade, "batch");

        Assert.Empty(story.Try("batch.release-conditionally").Codes());
        Assert.Equal(["not-critical"], story.Try("deviation.close-critical").Codes());
        story.Do("deviation.close");
        Assert.Equal(["no-such-target"], story.Try("deviation.close").Codes());
    }

    [Fact]
    public void Closed_AsNotToBeUsed_HoldsWhatItIsAbout()
    {
        var story = Reported(Story.UpTo("batch.release-conditionally"), "Critical", "batch");

        story.Try("deviation.close-critical").With("assessment", DeviationCodes.NotToBeUsed).Take();

        var hold = Assert.Single(story.Chain.Holds);
        Assert.Equal((Hold.Deviation, story.Chain.CurrentBatch!.Number.ToString()), (hold.Reason, hold.Of));
        Assert.Contains("held", story.Try("batch.release-conditionally").Codes());
        Assert.Empty(story.Try("batch.reject").Codes());
    }

    [Fact]
    public void SameSlip_WhileTheFirstIsOpen_IsOneRecord_AndEveryIdentityIsItsOwn()
    {
        var story = Story.UpTo("bag.clear", "1");
        foreach (var what in new ChainEvent[] { Slip("WrongDay"), Slip("WrongDay"), Slip("VoidPrint"), Mixed(), Mixed() })
        {
            story.Happen(what, Crew.Of(Role.WardNurse), "bag.clear");
        }

        Assert.Equal(["wrong-day", "label", "identity", "identity"], story.Chain.OpenDeviations.Select(deviation => deviation.Kind));

        static ScanRefused Slip(string verdict) => new("bag.clear", "bag", verdict, null, null);
        IdentityMismatched Mixed() => new("bag.clear", "band", "x", "y", story.Bag(1).Id);
    }

    [Fact]
    public void Closed_ByEitherOfTheTwoAtWhoseStepItHappened_IsRefused()
    {
        var second = Crew.Of(Role.QualityAssurance, 2);
        var story = Story.UpTo("bag.receive", "1").Try("bag.lost", "1").By(Crew.Of(Role.Courier), second).Take();

        Assert.Equal(["own-deviation"], story.Try("deviation.close-critical").By(second, Crew.Of(Role.QualifiedPerson)).Codes());
        Assert.Empty(story.Try("deviation.close-critical").By(Crew.Of(Role.QualityAssurance, 3), Crew.Of(Role.QualifiedPerson)).Codes());
    }

    [Fact]
    public void CriticalOne_OverAQuarantinedCollection_OutlivesItsAcceptance()
    {
        var story = Reported(Story.UpTo("collection.receive"), "Critical", "collection");
        story.Happen(new DeviationOpened("custody", DeviationClass.Critical, $"{story.Chain.CurrentCollection!.Donation}", "DEV-2"), Crew.Of(Role.LabOperator), "deviation.open");
        story.Try("collection.receive").With("seal_good", "").Take().Do("collection.accept");

        Assert.Equal(2, story.Chain.OpenDeviations.Count(deviation => deviation.Class == DeviationClass.Critical));
        Assert.Equal(2, story.Chain.OpenDeviations.Count());
    }

    [Fact]
    public void Closed_ByWhoReportedIt_IsRefused()
    {
        var reporter = Crew.Of(Role.QualityAssurance, 2);
        var story = Story.UpTo("batch.review").Try("deviation.open").With("class", "Minor").By(reporter).Take();

        Assert.Equal(["own-deviation"], story.Try("deviation.close").By(reporter).Codes());
        Assert.Equal(["own-deviation"], story.Try("deviation.close").By(Crew.Of(Role.QualityAssurance, 3) with { FullName = reporter.FullName }).Codes());
        Assert.Empty(story.Try("deviation.close").By(Crew.Of(Role.QualityAssurance, 3)).Codes());
    }

    [Fact]
    public void Critical_ClosedByQualityAlone_IsRefused()
    {
        var story = Reported(Story.UpTo("batch.review"), "Critical", "batch");

        Assert.Equal(["not-to-close"], story.Try("deviation.close").Codes());
        Assert.Contains("signature-missing", story.Try("deviation.close-critical").By(Crew.Of(Role.QualityAssurance)).Codes());
    }

    [Fact]
    public void Reported_OverWhatIsNotThere_IsRefused() =>
        Assert.Equal(["nothing-deviated"], Story.UpTo("apheresis.order").Try("deviation.open").With("over", "batch").Codes());

    [Fact]
    public void Quarantine_IsClosedByItsAssessment()
    {
        var story = Story.UpTo("collection.receive").Try("collection.receive").With("seal_good", "").Take();
        Assert.Equal(["custody"], story.Chain.OpenDeviations.Select(deviation => deviation.Kind));

        Assert.Empty(story.Do("collection.accept").Chain.OpenDeviations);
    }

    [Fact]
    public void Correction_LeavesDeviationsAsTheyAre()
    {
        var story = Story.UpTo("batch.release-conditionally");
        story.Happen(new IdentityMismatched("qc.result", null, "x", "y", null), Crew.Of(Role.QualityControl), "qc.result");
        var before = story.Chain.Deviations;

        story.Correcting("VolumeMl", "101").Take();

        Assert.Equal(before, story.Chain.Deviations);
        Assert.Single(story.Chain.CriticalOver(story.Chain.CurrentBatch!));
    }

    [Fact]
    public void Chain_WithAnOpenDeviation_IsNotAtRest()
    {
        var story = HandedOver();
        Assert.False(Targets.IsAtRest(Reported(story, "Minor", "chain").Chain));
        Assert.True(Targets.IsAtRest(story.Do("deviation.close").Chain));
    }

    private static Story HandedOver() => Story.ToTheEnd().After(TimeSpan.FromDays(30)).Do("followup.hand-over");

    private static Story Reported(Story story, string grade, string over) =>
        story.Try("deviation.open").With("class", grade).With("over", over).By(Crew.Of(Role.LabOperator, 4)).Take();
}
