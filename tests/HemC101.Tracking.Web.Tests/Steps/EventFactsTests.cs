using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Tests.Steps;

public sealed class EventFactsTests
{
    public static TheoryData<string> Events => [.. EventCodec.EventTypes.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void EveryMember_HasANameInBothLanguages(string eventType)
    {
        var type = EventCodec.EventTypes.Single(known => known.Name == eventType);
        foreach (var name in Members(type))
        {
            var text = FactNames.Of(name);
            Assert.NotEmpty(text.Ru);
            Assert.NotEmpty(text.En);
        }
    }

    [Fact]
    public void SplitPlan_IsShownByItsNumbers()
    {
        var plan = SplitPlan.Compute(new(50, 90, 80, 40, 100), 70, new StudySettings());

        var facts = EventFacts.Of(new SplitPlanned(BatchNumber.Issue(2026, 1), plan, default)).ToDictionary(fact => fact.Name.En, fact => fact.Value);

        Assert.Equal("70", facts["body weight, kg"]);
        Assert.Equal("40", facts["CAR+, %"]);
        Assert.DoesNotContain(facts.Values, value => value.Contains('{', StringComparison.Ordinal));
    }

    private static IEnumerable<string> Members(Type type) =>
        EventFacts.MembersOf(type).SelectMany(member => EventFacts.IsNested(member.PropertyType) ? Members(member.PropertyType) : [member.Name]);
}
