using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using static HemC101.Tracking.Tests.Steps.PaperLines;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-34: who may enter a line from paper, and whose word it waits for.</summary>
public sealed class BackEntryHandsTests
{
    [Fact]
    public void EveryHandOnTheSheet_ConfirmsItsOwnLine_AndTheNextDoseWaits()
    {
        var story = Story.UpTo("bedside.first", "1");
        var began = story.Now;
        Finish(story.AfterHours(3), began);

        Assert.Equal(
            [Nurse(1).Number, Nurse(2).Number, Nurse(1).Number, Nurse(1).Number],
            story.Chain.SafetyActs.Select(act => act.By));
        Assert.All(story.Chain.SafetyActs, act => Assert.Equal([ActDoubt.OnPaper], act.Doubts));
        Assert.Contains("unconfirmed-act", story.Try("bag.reserve", "2").Codes());

        while (!story.Chain.SafetyActs.IsEmpty)
        {
            story.Do("safety.confirm");
        }

        Assert.DoesNotContain("unconfirmed-act", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Entry_ByWhoeverDidIt_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1").AfterHours(1);

        Assert.Equal(["paper-own-line"], Enter(story, "infusion.start", story.Now.AddHours(-1), 1, Nurse(1)).By(Nurse(1)).Codes());
        var namesake = Crew.Of(Role.Coordinator) with { FullName = Nurse(1).FullName };
        Assert.Equal(["paper-own-line"], Enter(story, "infusion.start", story.Now.AddHours(-1), 1, Nurse(1)).By(namesake).Codes());
    }

    [Fact]
    public void Hand_OfAnotherRole_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1").AfterHours(1);

        Assert.Equal(["role-missing"], Enter(story, "infusion.start", story.Now.AddHours(-1), 1, Crew.Of(Role.Courier)).Codes());
    }

    [Fact]
    public void BothRoundsByOneNurse_AreEntered_AndHoldTheChain()
    {
        var story = Story.UpTo("bedside.second", "1");
        var at = story.Now;
        Enter(story.AfterHours(1), "bedside.second", at, 1, Nurse(1)).With("paper_as_written", "true").Take();

        Assert.Equal(["same-nurse"], story.History[^1].Act.Paper!.Against);
        Assert.Single(story.Chain.Holds);
    }

    [Fact]
    public void RoundFromPaper_IsConfirmedByItsNurse_BeforeTheSystemLetsTheInfusionBegin()
    {
        var story = Story.UpTo("bedside.second", "1");
        var at = story.Now;
        Enter(story.AfterMinutes(15), "bedside.second", at, 1, Nurse(2)).Take();

        Assert.Contains("paper-unconfirmed", story.Try("infusion.start", "1").Codes());
        Assert.DoesNotContain("paper-unconfirmed", story.Do("safety.confirm").Try("infusion.start", "1").Codes());
    }

    [Fact]
    public void NurseOfTheOtherRound_EntersNone()
    {
        var story = Story.UpTo("bedside.second", "1");
        var at = story.Now;

        Assert.Equal(["paper-own-line"], Enter(story.AfterHours(1), "bedside.second", at, 1, Nurse(2)).By(Nurse(1)).Codes());
    }

    [Fact]
    public void TwoWhoSigned_DoNotEnterEachOthersLines()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(3)).By(Nurse(4)).Take();

        Assert.Equal(["paper-own-line"], Enter(story, "infusion.end", at.AddMinutes(10), 2, Nurse(4)).By(Third).Codes());
        Assert.Equal(["paper-own-line"], Enter(story, "infusion.end", at.AddMinutes(10), 2, Nurse(1)).By(Nurse(3)).Codes());
    }

    [Fact]
    public void HandThatHasLeft_IsHeld_AndWhoEnteredItDoesNotVouchForThem()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        var quality = Crew.Of(Role.QualityAssurance);
        Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).By(quality).With("paper_as_written", "true")
            .But(facts => facts with { Named = Crew.All, Left = new HashSet<StaffNumber> { Nurse(1).Number } }).Take();

        Assert.Equal(["paper-account-closed"], story.History[^1].Act.Paper!.Against);
        story.AfterHours(25);
        Assert.Equal(["own-act"], story.Try("safety.vouch").By(quality, Crew.Of(Role.Investigator)).Codes());
        Assert.Empty(story.Try("safety.vouch").By(Crew.Of(Role.QualityAssurance, 2), Crew.Of(Role.Investigator)).Codes());
    }

    [Fact]
    public void TheirOwnWord_IsWaitedForFromTheEntryOn()
    {
        var story = Story.UpTo("infusion.end", "1");
        var at = story.Now;
        Enter(story.AfterHours(23), "infusion.end", at, 1, Nurse(1)).Take();

        Assert.Contains("person-first", story.AfterHours(2).Try("safety.vouch").Codes());
    }
}
