using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A chain that rests leaves every list: none may rest while there is work on it.</summary>
public sealed class AtRestTests
{
    private static readonly TimeSpan[] Later = [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromDays(30), TimeSpan.FromDays(400), TimeSpan.FromDays(40_000)];

    private static readonly StudySettings[] Every = [new(), new() { BedsidePairMinutes = 1 }, new() { BedsidePairMinutes = 100_000 }];

    [Fact]
    public void CompletedChain_Rests_OnceItWasHandedOver() =>
        Assert.True(Targets.IsAtRest(Story.ToTheEnd().After(TimeSpan.FromDays(30)).Do("followup.hand-over").Chain));

    [Fact]
    public void ChainOnItsWay_Rests_OnlyWhenNothingIsDueAtAnyTimeUnderAnySettings()
    {
        foreach (var leg in Leg.Main)
        {
            var story = Story.UpTo(leg.StepId, leg.On);
            var due = Every.SelectMany(settings => Later.Select(later => DueAt(story.Chain, settings, story.Now + later))).FirstOrDefault(due => due is not null);
            Assert.True(due is null == Targets.IsAtRest(story.Chain), $"Before {leg.StepId} {leg.On}: due is {due ?? "nothing"}.");
        }
    }

    [Fact]
    public void DayTwoBagInTheTank_KeepsTheChainAwake_ForItWillExpire() =>
        Assert.False(Targets.IsAtRest(Story.UpTo("bag.issue", "2").Chain));

    private static string? DueAt(ChainState chain, StudySettings settings, DateTimeOffset now) =>
        StepCatalogue.All.FirstOrDefault(step => step.Listed && Targets.Due(step, new() { Chain = chain, Settings = settings, Now = now }).Any())?.Id;
}
