using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What rested on the old value: decisions that wait are taken anew, those acted on are shown as made on an earlier version.</summary>
public sealed class CorrectionEffectTests
{
    [Fact]
    public void Review_OfWhatIsCorrected_IsDoneAgain()
    {
        var story = Story.UpTo("batch.release-conditionally");

        story.Correcting("Values.volume", "41").Take();

        Assert.Equal((ProductState.Formulated, BatchState.Formulated), (story.Chain.Product, story.Chain.CurrentBatch!.State));
        Assert.Equal(["wrong-state"], story.Try("batch.release-conditionally").Codes());
        Assert.Equal(BatchState.ReleasedConditionally, story.Do("batch.review").Do("batch.release-conditionally").Chain.CurrentBatch!.State);
    }

    [Fact]
    public void Release_OfWhatIsCorrected_Stands_AndIsShownAsMadeOnAnEarlierVersion()
    {
        var story = Story.UpTo("split.plan");
        story.Correcting("TncE9", "13").Take();

        var made = CorrectionsMade.Of(story.History);

        Assert.Equal(BatchState.ReleasedConditionally, story.Chain.CurrentBatch!.State);
        Assert.Equal(
            [nameof(CollectionCompleted), nameof(BatchReviewed), nameof(BatchReleasedConditionally)],
            story.History.Where(happened => made.AfterSigning(happened.Version).Any()).Select(happened => happened.What.GetType().Name));
        Assert.Equal(["TncE9"], made.To(story.History.Single(happened => happened.What is CollectionCompleted).Version).Select(one => one.What.Member));
    }

    [Fact]
    public void Decision_TakenAfterTheCorrection_IsOfThePresentVersion()
    {
        var story = Story.UpTo("batch.review").Correcting("Values.volume", "41").Take().Do("batch.review");

        Assert.Empty(CorrectionsMade.Of(story.History).AfterSigning(story.Chain.Version));
    }

    [Fact]
    public void Readiness_WaitingOnACorrectedDate_IsSignedAgain()
    {
        var story = Story.UpTo("bag.reserve", "1");

        story.Correcting("LastDoseAt", Answers.Moment(story.Chain.LymphodepletionLastDoseAt!.Value.AddMinutes(-10))).Take();

        Assert.True(story.Chain.Readiness[1].Revoked);
        Assert.Equal(["not-ready"], story.Try("bag.reserve", "1").Codes());
        Assert.Empty(story.Do("readiness.sign", "1").Try("bag.reserve", "1").Codes());
    }

    [Theory]
    [InlineData("InfusionEnded", "5.5")]
    [InlineData("ReactionRecorded", "2")]
    public void Go_RestingOnACorrectedDay1_IsDecidedAgain(string type, string value)
    {
        var story = Story.UpTo("tolerance.decide").Do("infusion.reaction", "1").Do("tolerance.decide");
        var recorded = story.Correctable.Single(item => item.Entry.What.GetType().Name == type);

        story.Correcting(recorded, value).Take();

        Assert.Null(story.Chain.ToleranceDecision);
        Assert.Contains("no-go", story.Try("bag.reserve", "2").Codes());
        Assert.NotNull(story.Try("tolerance.decide").With("decision", "no-go").Take().Chain.ToleranceDecision);
    }

    [Fact]
    public void Go_AlreadyActedOn_Stands()
    {
        var story = Story.UpTo("infusion.end", "2");
        var day1 = story.Correctable.Single(item => item.Entry.What is InfusionEnded);

        story.Correcting(day1, "5.5").Take();

        Assert.NotNull(story.Chain.ToleranceDecision);
        Assert.NotEmpty(CorrectionsMade.Of(story.History).AfterSigning(story.History.Single(happened => happened.What is ToleranceDecided).Version));
    }

    [Fact]
    public void Match_WaitingOnACorrectedVolume_IsVoid()
    {
        var story = Story.UpTo("infusion.start", "1");
        var volume = story.Correctable.Single(item => item.Entry.What is BagFilled filled && filled.Bag == story.Bag(1).Id);

        story.Correcting(volume, "5.9").Take();

        Assert.Equal((BagState.Thawed, 0), (story.Bag(1).State, story.Bag(1).Rounds.Count));
        Assert.False(story.Bag(1).Locked);
    }

    [Fact]
    public void Clearance_RestingOnACorrectedVolume_IsGivenAnew()
    {
        var story = Story.UpTo("thaw.start", "1");
        var volume = story.Correctable.Single(item => item.Entry.What is BagFilled filled && filled.Bag == story.Bag(1).Id);

        story.Correcting(volume, "5.9").Take();

        Assert.Equal((BagState.OnWard, false), (story.Bag(1).State, story.Bag(1).Locked));
    }

    [Theory]
    [InlineData("batch.open", "MaxC", "9")]
    [InlineData("collection.identify", "Cd3E9PerL", "0.1")]
    [InlineData("bag.store", "CurveAccepted", null)]
    [InlineData("bag.reserve", "TankC", "-120")]
    [InlineData("bag.freeze", "VolumeMl", "20")]
    public void Truth_WithWhichTheStepWouldNotHaveGoneThus_IsRecorded_AndHeld(string at, string member, string? value)
    {
        var story = Story.UpTo(at);

        story.Correcting(member, value ?? "false").Take();

        Assert.Equal(value is null ? 0 : 1, story.Chain.Holds.Count(hold => hold.Reason == "correction"));
    }

    [Fact]
    public void Curve_FoundBadAfterTheConfirmation_HoldsItsBag()
    {
        var story = Story.UpTo("lymphodepletion.start");

        story.Correcting("CurveAccepted", "false").Take();

        Assert.Equal(story.Bag(2).Id.ToString(), Assert.Single(story.Chain.Holds).Of);
        Assert.DoesNotContain("held", story.Try("bag.reserve", "1").Codes());
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Hold_OfACorrection_IsLiftedByNobodyWhoSignedIt_AndSaysWhy()
    {
        var story = Story.UpTo("lymphodepletion.start");
        var (quality, qualified) = (Crew.Of(Role.QualityAssurance), Crew.Of(Role.QualifiedPerson));

        story.Correcting("CurveAccepted", "false").By(quality, qualified).Take();

        Assert.Equal(["own-hold"], story.Try("hold.release").By(quality).Codes());
        Assert.Equal(["own-hold"], story.Try("hold.release").By(qualified).Codes());
        Assert.Empty(story.Try("hold.release").By(Crew.Of(Role.QualifiedPerson, 2)).Codes());
        var refused = Assert.IsType<Decision.Refused>(story.Try("bag.reserve", "2").Decide());
        Assert.Contains("a recorded value was corrected", refused.Reasons.Single(reason => reason.Code == "held").Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstHalf_OfACheck_IsDoneAgainAfterACorrection()
    {
        var story = Story.UpTo("bag.clear");
        story.Try("bag.clear", "1").TakeFirst();
        var volume = story.Correctable.Single(item => item.Entry.What is BagFilled filled && filled.Bag == story.Bag(1).Id);

        story.Correcting(volume, "5.9").Take();

        Assert.Empty(story.Chain.FirstChecks);
    }

    [Fact]
    public void Doubt_IsJudgedByTheSettingsOfTheEntry()
    {
        var story = Story.UpTo("batch.open");
        var wider = story.Settings with { TransportMaxC = 9.5m };

        Assert.NotEmpty(Held(story.Correcting("MaxC", "9")));
        Assert.Empty(Held(story.Correcting("MaxC", "9").But(facts => facts with { SettingsThen = wider })));
        Assert.NotEmpty(Held(story.Correcting("MaxC", "9").But(facts => facts with { Settings = wider, SettingsThen = story.Settings })));
    }

    [Fact]
    public void Bag_WhoseContentWasCorrected_IsKnown()
    {
        var story = Story.UpTo("split.detach");
        var volume = story.Correctable.Single(item => item.Entry.What is BagFilled filled && filled.Bag == story.Bag(2).Id);

        story.Correcting(volume, "13").Take();

        Assert.Equal((false, true), (story.Chain.IsContentCorrected(story.Bag(1).Id), story.Chain.IsContentCorrected(story.Bag(2).Id)));
    }

    private static IEnumerable<HoldPlaced> Held(Attempt attempt) => Assert.IsType<Decision.Taken>(attempt.Decide()).Events.OfType<HoldPlaced>();

    [Fact]
    public void Corrections_OfAHistoryWithoutAny_AreNone() => Assert.Same(CorrectionsMade.None, CorrectionsMade.Of(Story.UpTo("batch.open").History));
}
