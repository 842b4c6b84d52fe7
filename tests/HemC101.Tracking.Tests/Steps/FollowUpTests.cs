using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>The hand-over of Day 28, and X-41.</summary>
public sealed class FollowUpTests
{
    [Fact]
    public void HandOver_OnDay27_IsTooEarly_OnDay28_Goes()
    {
        var story = Story.ToTheEnd();
        var day28 = MoscowTime.At(story.Chain.FirstInfusedOn!.Value.AddDays(27).ToDateTime(TimeOnly.MinValue));

        Assert.Equal(["before-day-28"], story.After(day28 - story.Now - TimeSpan.FromMinutes(1)).Try("followup.hand-over").Codes());
        Assert.Empty(story.AfterMinutes(1).Try("followup.hand-over").Codes());
    }

    [Fact]
    public void Visit_BeforeDay28_OrTomorrow_IsRefused()
    {
        var story = Day28();

        Assert.Equal(["visit-day"], story.Try("followup.hand-over").With("visit_on", Answers.Day(story.Now.AddDays(-9))).Codes());
        Assert.Equal(["visit-day"], story.Try("followup.hand-over").With("visit_on", Answers.Day(story.Now.AddDays(1))).Codes());
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void HandOver_SaysWhetherTheExtensionIsConsentedTo(string answer, bool extension) =>
        Assert.Equal((extension, "followed"), Day28().Try("followup.hand-over").With("extension", answer).Take().Chain.FollowUp is { } follow ? (follow.Extension, follow.Status) : default);

    [Fact]
    public void HandOver_IsSignedByTheInvestigator_AndAcceptedByTheCoordinator()
    {
        Assert.Equal(["signature-missing"], Day28().Try("followup.hand-over").By(Crew.Of(Role.Investigator)).Codes());
        Assert.Equal(["role-missing"], Day28().Try("followup.hand-over").By(Crew.Of(Role.Investigator), Crew.Of(Role.Investigator, 2)).Codes());
        Assert.Equal(["handed-over-already"], Day28().Do("followup.hand-over").Try("followup.hand-over").Codes());
    }

    [Fact]
    public void Participant_WithoutADose_IsNotHandedOver() =>
        Assert.Equal(["nothing-infused"], Story.UpTo("readiness.sign", "1").Do("bag.damage", "1").Do("bag.withhold", "2").After(TimeSpan.FromDays(60)).Try("followup.hand-over").Codes());

    [Fact]
    public void Bag_OnItsWay_KeepsTheHandOverBack() =>
        Assert.Equal(["bag-on-its-way"], Story.UpTo("bag.issue", "2").After(TimeSpan.FromDays(30)).Try("followup.hand-over").Codes());

    [Fact]
    public void DiscontinuedCourse_IsNotHandedOver() =>
        Assert.Equal(["course-discontinued"], Story.UpTo("tolerance.decide").Do("chain.discontinue").After(TimeSpan.FromDays(30)).Try("followup.hand-over").Codes());

    /// <summary>The second dose was withheld and lies frozen: whatever is signed afterwards, it never runs.</summary>
    [Fact]
    public void AfterTheHandOver_NothingLeadsNearerToAVein()
    {
        var story = Story.UpTo("tolerance.decide").After(TimeSpan.FromDays(30)).Do("followup.hand-over");

        Assert.All(StepCatalogue.All.Where(step => step.Kind == StepKind.Advance && step.Scope is Scope.Chain or Scope.Bag or Scope.Day), step =>
            Assert.True(story.Try(step, "2").Codes() is { } codes && (step.Kind != StepKind.Advance || codes.Contains("handed-over")), step.Id));
        Assert.Empty(story.Try("bag.withhold", "2").Codes());
        Assert.Empty(story.Try("bag.discard", "2").Codes());
    }

    [Fact]
    public void Status_IsRecordedAgainAndAgain_AndTheDataStay()
    {
        var story = Day28();
        Assert.Equal(["not-handed-over"], story.Try("followup.status").Codes());

        story.Do("followup.hand-over").After(TimeSpan.FromDays(90)).Do("followup.status");
        Assert.Equal("lost", story.Chain.FollowUp!.Status);

        story.Try("followup.status").With("status", "transferred").Take();
        Assert.Equal("transferred", story.Chain.FollowUp!.Status);
        Assert.Equal(2, story.Chain.Past.Count(happened => happened.What is FollowUpRecorded));
        Assert.Equal(["status-day"], story.Try("followup.status").With("since", Answers.Day(story.Now.AddDays(1))).Codes());
    }

    [Fact]
    public void CompletedChain_StaysOnTheLists_UntilItIsHandedOver()
    {
        Assert.False(Targets.IsAtRest(Story.ToTheEnd().Chain));
        Assert.True(Targets.IsAtRest(Day28().Do("followup.hand-over").Chain));
    }

    private static Story Day28() => Story.ToTheEnd().After(TimeSpan.FromDays(30));
}
