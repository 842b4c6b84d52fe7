using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A wrong value is corrected in the open: by whom, until when, and never without a trace.</summary>
public sealed class CorrectionTests
{
    private static readonly Step Correct = StepCatalogue.Get("record.correct");

    [Fact]
    public void Value_Corrected_TheChainGoesByTheNewOne_AndTheEntryStandsAsItWas()
    {
        var story = Story.UpTo("collection.hand-over");

        story.Correcting("VolumeMl", "120").With("reason", "misread").With("document", "dev-7").Take();

        Assert.Equal(120, story.Chain.CurrentCollection!.VolumeMl);
        Assert.Equal(100, story.History.Select(happened => happened.What).OfType<CollectionCompleted>().Single().VolumeMl);
        var entry = story.History.Single(happened => happened.What is CollectionCompleted).Version;
        Assert.Equal(new RecordCorrected(entry, "VolumeMl", "100", "120", "misread", "DEV-7"), story.History[^1].What);
        Assert.Equal([Meaning.Performed, Meaning.Verified], story.History[^1].Act.Signatures.Select(signature => signature.Meaning));
    }

    /// <summary>What the fold concludes from a value it concludes from the corrected one, whatever happened in between.</summary>
    [Fact]
    public void Value_OfEveryKindCorrected_FoldsAsIfItHadBeenRightFromTheBeginning()
    {
        var story = Story.ToTheEnd();
        foreach (var recorded in story.Correctable)
        {
            var text = Other(recorded);
            var corrected = story.Chain.Apply(new Happened(
                story.Chain.Version + 1, new RecordCorrected(recorded.Entry.Version, recorded.Member, recorded.Old, text, "transcription", null), recorded.Entry.Act));
            var right = ChainState.Fold(story.History.Select(happened => happened.Version == recorded.Entry.Version
                ? happened with { What = EventMembers.With(happened.What, recorded.Member, text) }
                : happened))!;

            Assert.Equal(text, Recorded.Find(corrected, $"{story.Chain.Version + 1}.{recorded.Member}")!.Old);
            Assert.Equal(Shape(right), Shape(corrected));
        }
    }

    [Fact]
    public void Value_CorrectedTwiceAndBack_EachStandsInTheHistory()
    {
        var story = Story.UpTo("collection.hand-over");
        foreach (var value in new[] { "120", "130", "100" })
        {
            story.Correcting("VolumeMl", value).Take();
        }

        Assert.Equal(
            [("100", "120"), ("120", "130"), ("130", "100")],
            story.History.Select(happened => happened.What).OfType<RecordCorrected>().Select(made => (made.Old, made.New)));
        Assert.Equal(100, story.Chain.CurrentCollection!.VolumeMl);
    }

    [Fact]
    public void Value_CorrectedBySomebodyElseMeanwhile_IsRefused()
    {
        var story = Story.UpTo("collection.hand-over");
        var late = story.Recorded("VolumeMl")!;
        story.Correcting("VolumeMl", "120").Take();

        Assert.Equal(["corrected-meanwhile"], story.Correcting(late, "130").Codes());
        Assert.Empty(story.Correcting("TncE9", "13").Codes());
    }

    [Theory]
    [InlineData("VolumeMl", "100", "same-value")]
    [InlineData("VolumeMl", "100,0", "same-value")]
    [InlineData("VolumeMl", "501", "record-missing")]
    [InlineData("VolumeMl", "many", "record-missing")]
    [InlineData("Cd3E9", "12.01", "cd3-more-than-tnc")]
    [InlineData("TncE9", "2.9", "cd3-more-than-tnc")]
    public void Value_ThatCannotBe_IsRefused(string member, string value, string code) =>
        Assert.Equal([code], Story.UpTo("collection.hand-over").Correcting(member, value).Codes());

    [Fact]
    public void Reason_LeftEmptyOrUntold_IsRefused()
    {
        var story = Story.UpTo("collection.hand-over");

        Assert.Equal(["record-missing"], story.Correcting("VolumeMl", "120").With("reason", "").Codes());
        Assert.Equal(["reason-without-document"], story.Correcting("VolumeMl", "120").With("reason", "other").With("document", "").Codes());
        Assert.Empty(story.Correcting("VolumeMl", "120").With("reason", "other").With("document", "DEV-7").Codes());
    }

    [Fact]
    public void Document_IsAskedForByWhatItsReasonWants()
    {
        var attempt = Story.UpTo("collection.hand-over").Correcting("VolumeMl", "120");

        var document = attempt.Step.RecordFor(attempt.Bare).Single(field => field.Name == "document");

        Assert.Contains("обязателен, если причина «Другая»", document.Label.Ru, StringComparison.Ordinal);
        Assert.Contains("required when the reason is “Another one”", document.Label.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999.VolumeMl")]
    [InlineData("1.Nothing")]
    [InlineData("0.VolumeMl")]
    [InlineData("-1.VolumeMl")]
    [InlineData("x.VolumeMl")]
    [InlineData("VolumeMl")]
    [InlineData(".")]
    public void Value_ThatDoesNotExist_IsRefused(string target) =>
        Assert.Equal(["no-such-target"], Story.UpTo("collection.hand-over").TryOn(Correct, target).Codes());

    [Theory]
    [InlineData(typeof(ChainOpened), "Subject")]
    [InlineData(typeof(ChainOpened), "WeightKg")]
    [InlineData(typeof(BandBound), "Instance")]
    [InlineData(typeof(CollectionStarted), "Device")]
    [InlineData(typeof(CollectionCompleted), "Donation")]
    [InlineData(typeof(QcResultRecorded), "Value")]
    [InlineData(typeof(ReadinessSigned), "TemperatureC")]
    [InlineData(typeof(ToleranceDecided), "Decided")]
    public void Identity_ScanOrDecision_IsNeverCorrected(Type type, string member)
    {
        var story = Story.ToTheEnd();
        var entry = story.History.First(happened => happened.What.GetType() == type);

        Assert.Contains("not-correctable", story.TryOn(Correct, $"{entry.Version}.{member}").Codes());
    }

    [Theory]
    [InlineData(Role.WardNurse, Role.ApheresisPhysician)]
    [InlineData(Role.ApheresisNurse, Role.WardNurse)]
    [InlineData(Role.QualityAssurance, Role.QualifiedPerson)]
    public void Value_CorrectedByTheWrongRole_IsRefused(Role first, Role second) =>
        Assert.Contains("role-missing", Story.UpTo("collection.hand-over").Correcting("VolumeMl", "120").By(Crew.Of(first), Crew.Of(second)).Codes());

    [Fact]
    public void Value_CorrectedByOnePersonAlone_IsRefused()
    {
        var (nurse, story) = (Crew.Of(Role.ApheresisNurse), Story.UpTo("collection.hand-over"));

        Assert.Equal(["same-person"], story.Correcting("VolumeMl", "120").By(nurse, nurse).Codes());
        Assert.Equal(["signature-missing"], story.Correcting("VolumeMl", "120").By(nurse).Codes());
    }

    [Fact]
    public void Value_AfterItsLimit_IsCorrectedByQualityWithTheQualifiedPersonAlone()
    {
        var story = Story.UpTo("qc.result", "gram");

        Assert.Contains("role-missing", story.Correcting("VolumeMl", "120").By(Crew.Of(Role.ApheresisNurse, 1), Crew.Of(Role.ApheresisNurse, 2)).Codes());
        story.Correcting("ViabilityPercent", "95").By(Crew.Of(Role.QualityAssurance), Crew.Of(Role.QualifiedPerson)).Take();

        Assert.Equal(Meaning.Approved, story.History[^1].Act.Signatures[1].Meaning);
    }

    [Theory]
    [InlineData("batch.open", typeof(CollectionHandedOver), "MaxMinutes", "correct-judged")]
    [InlineData("bag.clear", typeof(BagDeparted), "MaxMinutes", "correct-bag-judged")]
    [InlineData("thaw.end", typeof(LymphodepletionCompleted), "LastDoseAt", "correct-thawed")]
    [InlineData("infusion.end", typeof(BagFilled), "VolumeMl", "correct-infused")]
    public void Value_AfterTheLastLimit_IsCorrectedByNobody(string at, Type type, string member, string code)
    {
        var story = Story.UpTo(at);
        var recorded = story.Correctable.First(value => value.Entry.What.GetType() == type && value.Member == member);

        Assert.Equal([code], story.Correcting(recorded, recorded.Field is MomentField ? Answers.Moment(story.Now.AddDays(-9)) : Other(recorded)).Codes());
    }

    [Theory]
    [InlineData("bag.clear", false)]
    [InlineData("thaw.start", true)]
    public void Reception_OfABagThatWasCleared_IsForQuality_ThoughTheClearanceIsWithdrawn(string at, bool wasCleared)
    {
        var story = Story.UpTo(at, "1");
        if (wasCleared)
        {
            story.Do("clearance.withdraw", "1");
        }

        var received = story.Correctable.Last(value => value.Entry.What is BagReceivedOnWard && value.Member == "MaxC");

        Assert.Equal(BagState.OnWard, story.Bag(1).State);
        Assert.Equal(wasCleared, story.Correcting(received, "-161").By(Crew.Of(Role.WardNurse, 1), Crew.Of(Role.WardNurse, 2)).Codes().Contains("role-missing"));
    }

    [Fact]
    public void Value_OfTheBag_CarriesTheCellsWithIt()
    {
        var story = Story.UpTo("split.detach");

        story.Correcting("VolumeMl", "13").Take();

        var (volume, cells) = (story.Bag(2).VolumeMl, story.Bag(2).CarPosE6);
        Assert.Equal(13, volume);
        Assert.Equal(Math.Round(13 * story.Chain.CurrentBatch!.Plan!.Counts.CarPosE6PerMl, 2), cells);
        Assert.Equal("CarPosE6", Assert.IsType<RecordCorrected>(story.History[^1].What).Member);
        Assert.Equal(["filled-too-much"], story.Correcting("VolumeMl", "34.1").Codes());
    }

    [Fact]
    public void Correction_ByWhoMadeTheBatch_IsAHandOnIt_AndAQualityDecisionIsNone()
    {
        var story = Story.UpTo("batch.review");
        var operators = new[] { Crew.Of(Role.LabOperator, 3), Crew.Of(Role.LabOperator, 4) };
        Assert.DoesNotContain(operators[0].Number, story.Chain.CurrentBatch!.Hands);

        story.Correcting("Values.volume", "41").By(operators).Take();
        Assert.Contains(operators[0].Number, story.Chain.CurrentBatch!.Hands);

        story = Story.UpTo("split.plan");
        story.Correcting("Values.volume", "41").Take();
        Assert.DoesNotContain(story.Chain.CurrentBatch!.Hands, hand => hand == Crew.Of(Role.QualifiedPerson).Number);
    }

    [Fact]
    public void Correction_OfABagsEntry_IsAHandOnItsBatch()
    {
        var story = Story.UpTo("bag.store");
        var keepers = new[] { Crew.Of(Role.Cryostore, 3), Crew.Of(Role.Cryostore, 4) };
        Assert.IsType<BagFrozen>(story.Recorded("Run")!.Entry.What);
        Assert.DoesNotContain(keepers[0].Number, story.Chain.CurrentBatch!.Hands);

        story.Correcting("Run", "RUN-9").By(keepers).Take();

        Assert.All(keepers, keeper => Assert.Contains(keeper.Number, story.Chain.CurrentBatch!.Hands));
    }

    [Fact]
    public void Failure_TurnedIntoAPass_IsConfirmedByQuality()
    {
        var keepers = new[] { Crew.Of(Role.Cryostore, 1), Crew.Of(Role.Cryostore, 2) };
        var story = Story.UpTo("bag.store").Correcting("CurveAccepted", "false").By(keepers).Take();

        Assert.Equal(["role-missing"], story.Correcting("CurveAccepted", "true").By(keepers).Codes());
        Assert.Empty(story.Correcting("Run", "RUN-9").By(keepers).Codes());
        story.Correcting("CurveAccepted", "true").By(keepers[0], Crew.Of(Role.QualityAssurance)).Take();

        Assert.Equal(Meaning.Approved, story.History[^1].Act.Signatures[1].Meaning);
    }

    [Theory]
    [InlineData("batch.review")]
    [InlineData("batch.release-conditionally")]
    [InlineData("bags.confirm")]
    public void Decision_OverTheBatch_IsTakenWithItsCorrectionsInSight(string stepId) => Assert.True(StepCatalogue.Get(stepId).ReviewsScans);

    private static string Other(Recorded recorded) => recorded.Field switch
    {
        CheckField => recorded.Old == "true" ? "false" : "true",
        MomentField => "2026-03-01T06:00:00+00:00",
        DayField => "2026-01-31",
        ReferenceField => "REF-2",
        _ => "7",
    };

    private static string Shape(ChainState state) => System.Text.Json.JsonSerializer.Serialize(state with
    {
        Version = 0,
        Past = [],
        Amendments = [],
        Batches = [.. state.Batches.Select(batch => batch with { Hands = [] })],
    });
}
