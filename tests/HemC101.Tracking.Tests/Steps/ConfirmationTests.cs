using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A Safety step is taken whatever the doubt; who took it is confirmed afterwards.</summary>
public sealed class ConfirmationTests
{
    private static readonly Person Nurse = Crew.Of(Role.WardNurse);

    public static TheoryData<string, string> SafetySteps => new()
    {
        { "collection.abort", "" }, { "infusion.pause", "1" }, { "infusion.stop", "1" }, { "infusion.end", "1" }, { "infusion.reaction", "1" },
    };

    [Fact]
    public void SafetySteps_AreAllOfTheCatalogue() => Assert.Equal(
        StepCatalogue.All.Where(step => step.Kind == StepKind.Safety).Select(step => step.Id).Order(),
        SafetySteps.Select(row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(SafetySteps))]
    public void Safety_WithoutDoubt_WantsNoConfirmation(string stepId, string on) =>
        Assert.Empty(Before(stepId).Do(stepId, on).Chain.SafetyActs);

    [Theory]
    [MemberData(nameof(SafetySteps))]
    public void Safety_UnderEveryDoubt_IsTakenAndToBeConfirmed(string stepId, string on)
    {
        foreach (var doubt in Enum.GetValues<ActDoubt>().Except([ActDoubt.SuspendedRole]))
        {
            var story = Before(stepId).Try(stepId, on).But(facts => facts with { Doubts = [doubt] }).Take();

            var act = Assert.Single(story.Chain.SafetyActs);
            Assert.Equal((1, stepId, doubt, false), (act.Number, act.StepId, Assert.Single(act.Doubts), act.IsDisputed));
            Assert.Equal(story.History[^1].Act.By, act.By);
        }
    }

    [Theory]
    [MemberData(nameof(SafetySteps))]
    public void Safety_BySomebodyWithoutTraining_IsToBeConfirmed(string stepId, string on)
    {
        var past = new Training(new(2020, 1, 1), new(2020, 12, 31));
        var story = Before(stepId).Try(stepId, on).But(facts => facts with
        {
            SignedIn = facts.SignedIn! with { Training = facts.SignedIn.Roles.ToDictionary(role => role, _ => past) },
        }).Take();

        Assert.Equal([ActDoubt.SuspendedRole], Assert.Single(story.Chain.SafetyActs).Doubts);
    }

    [Fact]
    public void SignedStep_UnderDoubt_WantsNoConfirmation() => Assert.Empty(
        Story.UpTo("infusion.start", "1").Try("infusion.start", "1").But(facts => facts with { Doubts = [ActDoubt.LapsedSession] }).Take().Chain.SafetyActs);

    [Fact]
    public void Safety_Again_IsNeverHeldUpByAnOpenConfirmation()
    {
        var story = Paused().AfterMinutes(1);

        Assert.Empty(story.Try("infusion.resume", "1").Codes());
        story.Try("infusion.stop", "1").But(facts => facts with { Doubts = [ActDoubt.LapsedSession] }).Take();
        Assert.Equal([1, 2], story.Chain.SafetyActs.Select(act => act.Number));
    }

    [Fact]
    public void Confirm_ByThePerson_ClosesIt()
    {
        var story = Paused().Do("safety.confirm");

        Assert.Empty(story.Chain.SafetyActs);
        Assert.IsType<SafetyActConfirmed>(story.History[^1].What);
        Assert.Equal(["no-such-target"], story.Try("safety.confirm").Codes());
    }

    [Theory]
    [InlineData("safety.confirm")]
    [InlineData("safety.dispute")]
    public void Confirm_BySomebodyElse_IsRefused(string stepId) =>
        Assert.Equal(["not-your-act"], Paused().Try(stepId).By(Crew.Of(Role.WardNurse, 2)).Codes());

    [Fact]
    public void Confirm_WithASuspendedRole_IsTaken()
    {
        var past = new Training(new(2020, 1, 1), new(2020, 12, 31));
        var suspended = Nurse with { Training = new Dictionary<Role, Training> { [Role.WardNurse] = past } };

        Assert.Empty(Paused().Try("safety.confirm").By(suspended).Codes());
    }

    [Fact]
    public void Dispute_ByThePerson_LeavesItToQuality()
    {
        var story = Paused().Do("safety.dispute");

        Assert.True(Assert.Single(story.Chain.SafetyActs).IsDisputed);
        Assert.Equal(["act-disputed"], story.Try("safety.confirm").Codes());
        Assert.Equal(["person-first"], story.AfterHours(48).Try("safety.vouch").Codes());
        Assert.Empty(story.Do("safety.settle").Chain.SafetyActs);
    }

    [Fact]
    public void Settle_OfWhatNobodyDisputes_IsRefused() => Assert.Equal(["act-undisputed"], Paused().Try("safety.settle").Codes());

    [Fact]
    public void Settle_ByThePersonInQuestion_IsRefused()
    {
        var story = Paused().Do("safety.dispute");
        var both = Nurse with { Roles = new HashSet<Role> { Role.WardNurse, Role.QualityAssurance } };

        Assert.Equal(["own-act"], story.Try("safety.settle").By(both).Codes());
    }

    [Theory]
    [InlineData("the-person", "", true)]
    [InlineData("not-known", "", true)]
    [InlineData("somebody-else", "A9999000102", true)]
    [InlineData("somebody-else", "", false)]
    [InlineData("somebody-else", "SOMEBODY", false)]
    [InlineData("the-person", "A9999000102", false)]
    public void Settle_NamesWhoActed_WhereItWasSomebodyElse(string finding, string actual, bool taken)
    {
        var attempt = Paused().Do("safety.dispute").Try("safety.settle").With("finding", finding).With("actual", actual);

        Assert.Equal(taken ? [] : ["actual-person"], attempt.Codes());
        if (taken)
        {
            var settled = Assert.IsType<SafetyActSettled>(attempt.Take().History[^1].What);
            Assert.Equal((finding, actual.Length == 0 ? null : (StaffNumber?)StaffNumber.Parse(actual)), (settled.Finding, settled.Actual));
        }
    }

    [Fact]
    public void Settle_NamingThePersonThemselves_IsRefused() => Assert.Equal(
        ["actual-person"],
        Paused().Do("safety.dispute").Try("safety.settle").With("finding", "somebody-else").With("actual", $"{Nurse.Number}").Codes());

    [Fact]
    public void Vouch_BeforeADayHasPassed_WaitsForThePerson()
    {
        var story = Paused();

        Assert.Equal(["person-first"], story.After(SafetyActs.Patience - TimeSpan.FromMilliseconds(1)).Try("safety.vouch").Codes());
        Assert.Empty(story.After(TimeSpan.FromMilliseconds(1)).Try("safety.vouch").Codes());
    }

    [Fact]
    public void Vouch_ForAClosedAccount_NeedsTwoOthers()
    {
        var attempt = Paused().Try("safety.vouch").But(facts => facts with { Absent = new HashSet<StaffNumber> { Nurse.Number } });

        Assert.Empty(attempt.Codes());
        Assert.Equal(["own-act"], attempt.By(Crew.Of(Role.QualityAssurance), Nurse).Codes());
        Assert.Equal(["signature-missing"], attempt.By(Crew.Of(Role.QualityAssurance)).Codes());
        Assert.Equal(["same-person"], attempt.By(Crew.Of(Role.QualityAssurance), Crew.Of(Role.QualityAssurance)).Codes());
    }

    [Theory]
    [InlineData("bag.reserve")]
    [InlineData("bag.clear")]
    [InlineData("thaw.start")]
    public void NextDose_BeforeItsThaw_WaitsForTheConfirmation(string stepId)
    {
        var story = Story.UpTo(stepId, "2");
        story.Happen(new ConfirmationWanted(1, "infusion.end", $"{story.Bag(1).Id}", Nurse.Number, [ActDoubt.LapsedSession]), Nurse, "infusion.end");

        Assert.Equal(["unconfirmed-act"], story.Try(stepId, "2").Codes());
        Assert.Empty(story.Do("safety.confirm").Try(stepId, "2").Codes());
    }

    [Theory]
    [InlineData("batch.release-conditionally")]
    [InlineData("batch.release")]
    public void Release_WaitsForTheConfirmation(string stepId)
    {
        var story = Story.UpTo("batch.release-conditionally");
        story.Happen(new ConfirmationWanted(1, "collection.abort", "", Nurse.Number, [ActDoubt.EndedSession]), Nurse, "collection.abort");

        Assert.Contains("unconfirmed-act", story.Try(stepId).Codes());
        Assert.DoesNotContain("unconfirmed-act", story.Do("safety.confirm").Try(stepId).Codes());
    }

    [Fact]
    public void OpenConfirmation_KeepsACompletedChainAwake()
    {
        var story = Story.ToTheEnd().After(TimeSpan.FromDays(30)).Do("followup.hand-over");
        story.Happen(new ConfirmationWanted(1, "infusion.end", "", Nurse.Number, [ActDoubt.EndedSession]), Nurse, "infusion.end");

        Assert.False(Targets.IsAtRest(story.Chain));
        Assert.True(Targets.IsAtRest(story.Do("safety.confirm").Chain));
    }

    [Fact]
    public void Lists_OfThePersonAndOfWhoSupervises_HoldIt()
    {
        var facts = Paused().Try("safety.confirm").Facts;

        Assert.Equal([Nurse], Crew.All.Where(person => Signatories.Concerns(StepCatalogue.Get("safety.confirm"), facts, person)));
        Assert.Equal(
            [Role.Investigator, Role.QualityAssurance],
            Crew.All.Where(person => Signatories.Concerns(StepCatalogue.Get("safety.vouch"), facts, person)).SelectMany(person => person.Roles).Distinct().Order());
    }

    [Fact]
    public void List_OfTheInvestigator_DoesNotHoldWhatHappenedAtTheChair()
    {
        var story = Before("collection.abort").Try("collection.abort").But(facts => facts with { Doubts = [ActDoubt.LapsedSession] }).Take();
        var facts = story.Try("safety.vouch").Facts;

        Assert.False(Signatories.Concerns(StepCatalogue.Get("safety.vouch"), facts, Crew.Of(Role.Investigator)));
    }

    private static Story Before(string stepId) => stepId == "collection.abort"
        ? Story.UpTo("collection.complete")
        : Story.UpTo("infusion.start", "1").Do("infusion.start", "1").AfterMinutes(1);

    /// <summary>Through a session that had lapsed, by <see cref="Nurse"/>.</summary>
    private static Story Paused() => Before("infusion.pause").Try("infusion.pause", "1")
        .But(facts => facts with { SignedIn = Nurse, Doubts = [ActDoubt.LapsedSession] }).Take();
}
