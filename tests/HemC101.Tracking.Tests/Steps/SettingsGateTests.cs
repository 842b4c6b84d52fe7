using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What a newer version of the settings does to what was signed before, and to a batch that is open already.</summary>
public sealed class SettingsGateTests
{
    private static readonly StudySettings Stricter = new() { Version = "urgent-1", CultureLookBackHours = 96 };

    [Theory]
    [InlineData("bag.reserve", "1")]
    [InlineData("bag.issue", "1")]
    [InlineData("bag.clear", "1")]
    [InlineData("thaw.start", "1")]
    [InlineData("bag.reserve", "2")]
    [InlineData("thaw.start", "2")]
    public void BeforeTheThaw_AnUrgentVersion_VoidsWhatWasSigned(string stepId, string day) =>
        Assert.Equal(["settings-changed"], Story.UpTo(stepId, day).Issue(Stricter, urgent: true).Try(stepId, day).Codes());

    [Theory]
    [InlineData("bedside.first", "1")]
    [InlineData("bedside.second", "1")]
    [InlineData("infusion.start", "1")]
    [InlineData("infusion.start", "2")]
    public void AfterTheThaw_AnUrgentVersion_AsksForTheSignatureAndDiscardsNothing(string stepId, string day)
    {
        var story = Story.UpTo(stepId, day).Issue(Stricter, urgent: true);
        Assert.Equal(["settings-resign"], story.Try(stepId, day).Codes());

        story.Do("readiness.sign", day);
        if (day == "2")
        {
            Assert.Equal(["settings-resign"], story.Try(stepId, day).Codes());
            story.Do("tolerance.decide");
        }

        Assert.Empty(story.Try(stepId, day).Codes());
        Assert.DoesNotContain(story.Chain.Bags, bag => bag.State == BagState.Discarded);
    }

    [Fact]
    public void Day2_WithReadinessSignedAnewAndTheOldGo_StaysFrozen()
    {
        var story = Story.UpTo("bag.reserve", "2").Issue(Stricter, urgent: true).Do("readiness.sign", "2");

        Assert.Equal(["settings-changed"], story.Try("bag.reserve", "2").Codes());
        Assert.Empty(story.Do("tolerance.decide").Try("bag.reserve", "2").Codes());
    }

    [Theory]
    [InlineData("bag.clear")]
    [InlineData("infusion.start")]
    public void OrdinaryVersion_LeavesReadinessAlone(string stepId) =>
        Assert.Empty(Story.UpTo(stepId, "1").Issue(Stricter, urgent: false).Try(stepId, "1").Codes());

    [Fact]
    public void UrgentVersion_FollowedByAnOrdinaryOne_StillOverrules() =>
        Assert.Equal(["settings-changed"], Story.UpTo("bag.clear", "1")
            .Issue(Stricter, urgent: true).Issue(Stricter with { Version = "later" }, urgent: false).Try("bag.clear", "1").Codes());

    [Fact]
    public void RunningInfusion_IsStoppedAndEndedAsEver()
    {
        var story = Story.UpTo("infusion.end", "1").Issue(Stricter, urgent: true);

        Assert.Empty(story.Try("infusion.pause", "1").Codes());
        Assert.Empty(story.Try("infusion.stop", "1").Codes());
        Assert.Empty(story.Try("infusion.end", "1").Codes());
    }

    [Fact]
    public void ClinicalGate_GoesByTheVersionInForceAtTheStep() =>
        Assert.Contains("dose-interval", Story.UpTo("bag.reserve", "2")
            .Issue(new() { Version = "longer", DoseIntervalMinHours = 30 }, urgent: false).Try("bag.reserve", "2").Codes());

    [Theory]
    [InlineData("split.plan")]
    [InlineData("split.fill-day1")]
    public void OpenBatch_KeepsTheManufactureItWasOpenedWith(string stepId)
    {
        var changed = new StudySettings { Version = "made-2", BulkHoldHours = 1, FillTolerance = 0, TargetDoseE6PerKg = 0.5m, ShelfLifeDays = 30, DoseProductCode = "YB009" };
        var untouched = Story.UpTo(stepId).Try(stepId, "").Decide();

        var story = Story.UpTo(stepId).AfterHours(2).Issue(changed, urgent: false);
        var taken = Assert.IsType<Decision.Taken>(story.Try(stepId, "").Decide());

        Assert.Equal(Planned(untouched), Planned(taken));
        Assert.Equal("demo-1", story.Chain.CurrentBatch!.Settings);
    }

    [Fact]
    public void NewBatch_TakesTheVersionInForceWithItsSpecification()
    {
        var limits = new StudySettings();
        var strict = SettingsDraft.Of(limits, "spec-2", setting => setting.Code == "spec.viability.min" ? "80" : null).Settings;

        var story = Story.UpTo("batch.open").Issue(strict, urgent: false).Do("batch.open");

        Assert.Equal("spec-2", story.Chain.CurrentBatch!.Settings);
        Assert.Equal("SP-spec-2", story.Chain.CurrentBatch.Specification.Version);
        Assert.Equal(QcVerdict.Fail, story.Chain.CurrentBatch.Specification.Test("viability").Judge(79.9m));
        Assert.Equal(QcVerdict.Pass, Specification.Demo.Test("viability").Judge(79.9m));
    }

    [Fact]
    public void UnitOperation_OfAnOpenBatch_KeepsTheRangesItWasOpenedWith()
    {
        var narrow = SettingsDraft.Of(new(), "process-2", setting => setting.Code == "process.UO-02.seeded.max" ? "2" : null).Settings;

        Assert.Empty(Story.UpTo("unit.complete", "UO-02").Issue(narrow, urgent: false).Try("unit.complete", "UO-02").With("p_seeded", "900").Codes());
        Assert.Equal("MP-process-2", Story.UpTo("batch.open").Issue(narrow, urgent: false).Do("batch.open").Chain.CurrentBatch!.Process.Version);
    }

    [Fact]
    public void Test_OfAnOpenBatch_IsJudgedByTheLimitsItWasOpenedWith()
    {
        var strict = SettingsDraft.Of(new(), "spec-3", setting => setting.Code == "spec.viability.min" ? "99" : null).Settings;

        var story = Story.UpTo("qc.result", "viability").Issue(strict, urgent: false);
        story.Try("qc.result", "viability").With("result", "90").Take();

        Assert.Equal(QcVerdict.Pass, story.Chain.CurrentBatch!.Results["viability"].Verdict);
    }

    [Fact]
    public void Decision_RecordsTheVersionItWasSignedUnder()
    {
        var story = Story.UpTo("readiness.sign", "1").Issue(Stricter, urgent: true).Do("readiness.sign", "1");

        Assert.Equal("urgent-1", story.Chain.Readiness[1].Settings);
        Assert.Equal("urgent-1", story.History[^1].Act.SettingsVersion);
    }

    private static object? Planned(Decision decision) => decision is Decision.Taken taken
        ? taken.Events.OfType<SplitPlanned>().Select(plan => plan.Plan).FirstOrDefault() ?? (object?)taken.Events.OfType<BagFilled>().FirstOrDefault()
        : null;
}
