using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Where an untested scanner stops the work, where it never does, and what is confirmed in place of a test.</summary>
public sealed class ScannerGateTests
{
    private const string Code = "scanner-untested";

    private static readonly string[] Gated = ["lymphodepletion.start", "lymphodepletion.repeat", "readiness.sign", "bag.clear"];

    [Fact]
    public void Gate_StandsBeforeScannedWardStepsUpToClearance_AndNowhereElse() => Assert.Equal(
        Gated.Order(),
        StepCatalogue.All.Where(step => step.Gates.Concat(step.Checks).Any(gate => gate.Code == Code)).Select(step => step.Id).Order());

    [Theory]
    [InlineData("lymphodepletion.start", "")]
    [InlineData("readiness.sign", "1")]
    [InlineData("bag.clear", "1")]
    public void Required_AndNoTestKnown_IsRefused(string stepId, string on) =>
        Assert.Equal([Code], Try(stepId, on, required: true, scanner: _ => null).Codes());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clearance_WithAPassedTest_NeedsNoConfirmation(bool required)
    {
        var attempt = Try("bag.clear", "1", required, now => Tested(now.AddHours(-1))).With("scanner_works", "");

        var taken = Assert.IsType<Decision.Taken>(attempt.Decide());
        Assert.Equal(attempt.Facts.Now.AddHours(-1), taken.Events.OfType<BagCleared>().Single().ScannerTestedAt);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Test_SpeaksForItsHours_TheLastMomentIncluded(int beyondMs, bool holds)
    {
        var codes = Try("bag.clear", "1", required: true, now => Tested(now.AddHours(-12).AddMilliseconds(-beyondMs))).Codes();

        Assert.Equal(holds ? [] : [Code], codes);
    }

    [Fact]
    public void Test_OfAnotherShift_CountsAsNone() => Assert.Equal(
        ["scanner_works"], Asked(Try("bag.clear", "1", required: false, now => Tested(now.AddHours(-13)))));

    [Fact]
    public void Clearance_WithoutATest_IsConfirmedByTheTwo_WhereItIsNoCondition()
    {
        var attempt = Try("bag.clear", "1", required: false, _ => null);

        Assert.Equal(["scanner_works"], Asked(attempt));
        Assert.Null(Assert.IsType<Decision.Taken>(attempt.Decide()).Events.OfType<BagCleared>().Single().ScannerTestedAt);
        Assert.Equal(["record-missing"], attempt.With("scanner_works", "").Codes());
    }

    [Fact]
    public void Clearance_AfterAFailedTest_IsNeverConfirmedAsTested() => Assert.Equal(
        ["scanner_accepted"], Asked(Try("bag.clear", "1", required: false, now => Tested(now.AddHours(-1)) with { Passed = false })));

    [Fact]
    public void Required_AndTheTestFailed_IsRefused() => Assert.Equal(
        [Code], Try("bag.clear", "1", required: true, now => Tested(now.AddHours(-1)) with { Passed = false }).Codes());

    [Theory]
    [InlineData("bag.receive")]
    [InlineData("thaw.start")]
    [InlineData("thaw.end")]
    [InlineData("bedside.first")]
    [InlineData("bedside.second")]
    [InlineData("infusion.start")]
    [InlineData("infusion.end")]
    public void Required_PreservingStepsAndEverythingAfterClearance_GoOn(string stepId) =>
        Assert.Empty(Try(stepId, "1", required: true, _ => null).Codes());

    [Theory]
    [InlineData("thaw.end")]
    [InlineData("bedside.first")]
    [InlineData("infusion.start")]
    public void Required_PhysicianSignsAgainForAThawedBag_GoesOn(string at)
    {
        var story = Story.UpTo(at, "1");

        Assert.DoesNotContain(Code, Required(story.Try("readiness.sign", "1"), _ => null).Codes());
    }

    [Fact]
    public void Required_ABagThawedInTheLaboratoryIsOnItsWay_GoesOn()
    {
        var story = Story.UpTo("bedside.first", "1");
        var attempt = story.Try("readiness.sign", "1").But(facts => facts with
        {
            Settings = facts.Settings with { ScannerTestRequired = true },
            Chain = facts.Chain with { Bags = [.. facts.Chain.Bags.Select(bag => bag.Day == 1 ? bag with { State = BagState.InTransit } : bag)] },
        });

        Assert.DoesNotContain(Code, attempt.Codes());
    }

    [Fact]
    public void Required_AThawedBagWasGivenUp_StopsTheOther()
    {
        var attempt = Story.UpTo("readiness.sign", "2").Try("readiness.sign", "2").But(facts => facts with
        {
            Settings = facts.Settings with { ScannerTestRequired = true },
            Chain = facts.Chain with { Bags = [.. facts.Chain.Bags.Select(bag => bag.Day == 1 ? bag with { State = BagState.Withheld } : bag)] },
        });

        Assert.Contains(Code, attempt.Codes());
    }

    private static ScannerStanding Tested(DateTimeOffset at) => new(at, Passed: true, new ScannerSetup(SendsSeparators: true));

    private static Attempt Try(string stepId, string on, bool required, Func<DateTimeOffset, ScannerStanding?> scanner) =>
        Required(Story.UpTo(stepId, on).Try(stepId, on), scanner, required);

    private static Attempt Required(Attempt attempt, Func<DateTimeOffset, ScannerStanding?> scanner, bool required = true) =>
        attempt.But(facts => facts with
        {
            Settings = facts.Settings with { ScannerTestRequired = required },
            Scanner = scanner(facts.Now),
        });

    /// <summary>What only this device and this moment ask of the two nurses.</summary>
    private static IEnumerable<string> Asked(Attempt attempt) =>
        attempt.Step.RecordFor(attempt.Facts).Except(attempt.Step.Record).Select(field => field.Name);
}
