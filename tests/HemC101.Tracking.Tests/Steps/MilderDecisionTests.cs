using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A decision milder than the rule proposes takes a second physician, who says why (clinical.md §2.17).</summary>
public sealed class MilderDecisionTests
{
    [Theory]
    [InlineData("crs", "1", "go")]
    [InlineData("crs", "2", "go")]
    [InlineData("crs", "2", "defer")]
    [InlineData("icans", "1", "go")]
    [InlineData("temperature", "38.0", "go")]
    public void Decision_MilderThanTheRule_GoesWithTwoInvestigators(string field, string value, string decision)
    {
        var attempt = Story.UpTo("tolerance.decide").Try("tolerance.decide-milder").With(field, value).With("decision", decision);

        var decided = Assert.IsType<ToleranceDecided>(attempt.Take().History[^1].What);
        Assert.True(ToleranceRule.IsMorePermissive(decided.Decided, decided.Proposed));
        Assert.NotNull(decided.Grounds);
    }

    [Fact]
    public void MilderGo_OpensDayTwo_AsAnyGoDoes()
    {
        var story = Story.UpTo("tolerance.decide").Try("tolerance.decide-milder").With("crs", "1").Take().Do("readiness.sign", "2");

        Assert.Empty(story.Try("bag.reserve", "2").Codes());
    }

    [Theory]
    [InlineData("go")]
    [InlineData("defer")]
    public void PositiveCulture_IsOutweighedByNobody(string decision) => Assert.Equal(
        ["culture-never"],
        Story.UpTo("tolerance.decide").Try("tolerance.decide-milder").With("cultures", "positive").With("decision", decision).Codes());

    [Theory]
    [InlineData("0", "go")]
    [InlineData("1", "defer")]
    [InlineData("1", "no-go")]
    public void Decision_NoMilderThanTheRule_NeedsNoSecondPhysician(string crs, string decision) => Assert.Equal(
        ["not-milder"], Story.UpTo("tolerance.decide").Try("tolerance.decide-milder").With("crs", crs).With("decision", decision).Codes());

    [Fact]
    public void SecondPhysician_MissingOrTheSameOrNone_IsRefused()
    {
        var story = Story.UpTo("tolerance.decide");
        Attempt Milder() => story.Try("tolerance.decide-milder").With("crs", "1");

        Assert.Equal(["signature-missing"], Milder().By(Crew.Of(Role.Investigator)).Codes());
        Assert.Contains("same-person", Milder().By(Crew.Of(Role.Investigator), Crew.Of(Role.Investigator)).Codes());
        Assert.Equal(["role-missing"], Milder().By(Crew.Of(Role.Investigator), Crew.Of(Role.WardNurse)).Codes());
        Assert.Equal(["record-missing"], Milder().With("grounds", "").Codes());
    }

    [Fact]
    public void Hold_StopsAMilderDecision_AndNoOther()
    {
        var story = Story.UpTo("tolerance.decide").Do("hold.place");

        Assert.Equal(["held"], story.Try("tolerance.decide-milder").With("crs", "1").Codes());
        Assert.Empty(story.Try("tolerance.decide").Codes());
    }
}
