using System.Globalization;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What happens on the ward when a day does not go by the main path.</summary>
public sealed class WardExceptionTests
{
    [Theory]
    [InlineData("bag.clear")]
    [InlineData("bedside.first")]
    [InlineData("bedside.second")]
    [InlineData("infusion.start")]
    public void TestThatFailsAfterTheRelease_StopsTheBag(string stepId)
    {
        var story = Story.UpTo(stepId, "1");
        var batch = story.Chain.CurrentBatch!;
        var late = batch.Specification.Tests.First(test => test.Stage == 2);
        story.Happen(new QcResultRecorded(batch.Number, late.Code, 0, QcVerdict.Fail), Crew.Of(Role.QualityControl), "qc.result");

        Assert.Equal(["failed-test"], story.Try(stepId, "1").Codes());
    }

    [Fact]
    public void Band_ReplacedAfterTheVerification_NeedsNewRounds()
    {
        var story = Story.UpTo("infusion.start").AfterMinutes(1).Do("band.replace").AfterMinutes(1).Do("band.bind").AfterMinutes(1);

        Assert.Equal((BagState.Thawed, 0), (story.Bag(1).State, story.Bag(1).Rounds.Count));
        Assert.NotEmpty(story.Try("infusion.start", "1").Codes());
        story.Do("bedside.first", "1").Do("bedside.second", "1").Do("infusion.start", "1");
        Assert.Equal(BagState.Infusing, story.Bag(1).State);
    }

    [Fact]
    public void Band_ReplacedAfterTheClearance_NeedsANewOne()
    {
        var story = Story.UpTo("thaw.start").AfterMinutes(1).Do("band.replace").AfterMinutes(1).Do("band.bind").AfterMinutes(1);

        Assert.Equal(BagState.OnWard, story.Bag(1).State);
        Assert.StartsWith("There is no clearance in force", WhyNot(story.Try("thaw.start", "1")).En, StringComparison.Ordinal);
        Assert.False(ScanDesk.StillCounts(StepCatalogue.Get("bag.clear"), story.Try("bag.clear", "1").Facts, story.Now - TimeSpan.FromMinutes(2)));
        story.Do("bag.clear", "1").Do("thaw.start", "1");
        Assert.Equal(BagState.Thawing, story.Bag(1).State);
        Assert.Contains("Refresh", WhyNot(story.Try("thaw.start", "1")).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Band_ReplacedBetweenTheRounds_VoidsTheFirst()
    {
        var story = Story.UpTo("bedside.second").AfterMinutes(1).Do("band.replace");

        Assert.Empty(story.Bag(1).Rounds);
        Assert.False(ScanDesk.StillCounts(StepCatalogue.Get("bedside.first"), story.Try("bedside.first", "1").Facts, story.Now));
        Assert.True(ScanDesk.StillCounts(StepCatalogue.Get("bedside.first"), story.Try("bedside.first", "1").Facts, story.Now.AddTicks(1)));
    }

    [Fact]
    public void Resume_AfterTheBatchWasRejected_IsRefused_ButTheStopIsNot()
    {
        var story = Story.UpTo("infusion.end").Do("infusion.pause", "1").Do("batch.reject");

        Assert.Contains("not-released", story.Try("infusion.resume", "1").Codes());
        Assert.Equal(BagState.PartiallyInfused, story.Do("infusion.stop", "1").Bag(1).State);
    }

    [Theory]
    [InlineData("infusion.stop", BagState.PartiallyInfused)]
    [InlineData("infusion.end", BagState.Infused)]
    public void Infusion_EndsWithoutAVolume_WhichIsRecordedLater(string stepId, BagState ended)
    {
        var story = Story.UpTo("infusion.end");
        Assert.Equal(["volume-known"], story.Try("infusion.volume", "1").Codes());

        story.Try(stepId, "1").With("volume", "").Take();
        Assert.Equal((ended, null), (story.Bag(1).State, story.Bag(1).InfusedMl));

        story.Try("infusion.volume", "1").With("volume", "4.5").Take();
        Assert.Equal(4.5m, story.Bag(1).InfusedMl);
        Assert.Equal(["volume-known"], story.Try("infusion.volume", "1").Codes());
    }

    [Fact]
    public void LastDoseBeforeTheStartOfLymphodepletion_IsRefused()
    {
        var story = Story.UpTo("lymphodepletion.complete");
        var before = story.Chain.LymphodepletionStartedAt!.Value.AddMinutes(-1).ToOffset(TimeSpan.FromHours(3));

        var attempt = story.Try("lymphodepletion.complete").With("last_dose_at", before.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));

        Assert.Equal(["before-start"], attempt.Codes());
    }

    [Fact]
    public void Lymphodepletion_WhoseWindowWasMissed_BeginsAnew()
    {
        var story = Story.UpTo("readiness.sign", "1");
        story.AfterHours(24 * (story.Settings.LymphodepletionMaxDays + 1));
        Assert.Contains("lymphodepletion-window", story.Try("readiness.sign", "1").Codes());

        story.Do("lymphodepletion.repeat").AfterHours(72).Do("lymphodepletion.complete");
        story.AfterHours(24 * story.Settings.LymphodepletionMinDays);

        Assert.Empty(story.Try("readiness.sign", "1").Codes());
    }

    [Fact]
    public void Lymphodepletion_AfterAThaw_IsNotBegunAnew() =>
        Assert.Equal(["nothing-to-repeat"], Story.UpTo("thaw.end", "1").Try("lymphodepletion.repeat").Codes());

    [Fact]
    public void Bag_TooLongOnItsWay_WaitsForQualityAssurance()
    {
        var story = Story.UpTo("bag.receive", "1").AfterMinutes(120).Do("bag.receive", "1");

        Assert.Equal(["bag-locked"], story.Try("bag.clear", "1").Codes());
        Assert.Empty(story.Do("bag.unlock", "1").Try("bag.clear", "1").Codes());
    }

    [Fact]
    public void Bag_ReturnedWithABrokenSeal_WaitsForQualityAssurance()
    {
        var story = Story.UpTo("bag.clear", "1").Try("bag.return", "1").With("seal_good", "").Take();

        Assert.Equal((BagState.Returned, true), (story.Bag(1).State, story.Bag(1).Locked));
    }

    [Fact]
    public void Seal_UsedOnce_IsNeverFreeAgain_AndABoxIsAfterItsWay()
    {
        var story = Story.UpTo("bag.receive", "1");
        var (box, seal) = (story.Bag(1).Box!.Value, story.Bag(1).Seal!.Value);
        Assert.Contains(box, story.Chain.OccupiedThings);

        story.Do("bag.receive", "1");

        Assert.DoesNotContain(box, story.Chain.OccupiedThings);
        Assert.Contains(seal, story.Chain.OccupiedThings);
        var issue = Story.UpTo("bag.issue", "1").Try("bag.issue", "1");
        var verdict = issue.Scan(new HouseCode(seal), Symbols.Thing(seal, null) with { OccupiedBy = story.Chain.Coi });
        Assert.Equal(Verdict.Held, verdict.Kind);
    }

    private static Text WhyNot(Attempt attempt) => Assert.Single(Assert.IsType<Decision.Refused>(attempt.Decide()).Reasons, reason => reason.Code == "wrong-state").Reason;
}
