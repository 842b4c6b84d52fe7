using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Every step of the main path, each time with one thing missing.</summary>
public sealed class MainPathRefusalTests
{
    /// <summary>May be signed again at any time: a newer assessment takes the place of the older one.</summary>
    private static readonly string[] Repeatable = ["readiness.sign", "tolerance.decide"];

    public static TheoryData<string, string> Legs
    {
        get
        {
            TheoryData<string, string> legs = [];
            foreach (var leg in Leg.Main)
            {
                legs.Add(leg.StepId, leg.On);
            }

            return legs;
        }
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_WithAScanMissing_IsRefused(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var attempt = story.Try(stepId, on);
        foreach (var demand in attempt.Step.ScansFor(attempt.Bare))
        {
            Assert.Equal(["scan-missing"], story.Try(stepId, on).Without(demand.Key).Codes());
        }
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_WithASignatureMissing_IsRefused(string stepId, string on)
    {
        var attempt = Story.UpTo(stepId, on).Try(stepId, on);

        Assert.Equal(
            [attempt.Step.Signatures.Count > 0 ? "signature-missing" : "role-missing"],
            attempt.But(facts => facts with { Signers = [.. facts.Signers.SkipLast(1)], SignedIn = null }).Codes());
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_InTheWrongRole_IsRefused(string stepId, string on)
    {
        var attempt = Story.UpTo(stepId, on).Try(stepId, on);
        var administrators = attempt.Step.Signatures.Select((_, at) => Crew.Of(Role.Administrator, at + 1)).ToArray();

        var codes = attempt.By(administrators).But(facts => facts with { SignedIn = Crew.Of(Role.Administrator) }).Codes();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Equal("role-missing", code));
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_SignedTwiceByOnePersonWithEveryRole_IsRefused(string stepId, string on)
    {
        var attempt = Story.UpTo(stepId, on).Try(stepId, on);
        if (attempt.Step.Signatures.Count < 2)
        {
            return;
        }

        var everything = new Person(Crew.Of(Role.Coordinator).Number, "All roles", Enum.GetValues<Role>().Where(role => role != Role.Administrator).ToHashSet());

        Assert.Equal(["same-person"], attempt.By(everything, everything).Codes());
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_WithAnAnswerMissing_IsRefused(string stepId, string on)
    {
        var attempt = Story.UpTo(stepId, on).Try(stepId, on);
        if (attempt.Step.RecordFor(attempt.Bare).Any(field => !field.Optional))
        {
            Assert.Equal(["record-missing"], attempt.But(facts => facts with { Record = RecordValues.Empty }).Codes().Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_TakenTwice_IsRefusedTheSecondTime(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var attempt = story.Try(stepId, on);
        var facts = attempt.Facts;
        attempt.Take();

        var again = RuleBook.Decide(attempt.Step, facts with { Chain = story.Chain });

        Assert.Equal(!Repeatable.Contains(stepId), again is Decision.Refused);
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_OnAThingOfAnotherChain_IsRefused(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var step = StepCatalogue.Get(stepId);

        Assert.Equal(["no-such-target"], story.TryOn(step, "A999926999999YA0011A0").Codes());
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_UnderAHold_IsRefusedOnlyWhenItLeadsNearerToTheVein(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        story.Happen(new HoldPlaced(1, null, "safety", StopsManufacture: false), Crew.Of(Role.QualityAssurance), "hold.place");
        var attempt = story.Try(stepId, on);

        Assert.Equal(attempt.Step.Kind == StepKind.Advance ? ["held"] : [], attempt.Codes());
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_AfterTheCourseWasDiscontinued_LeadsNoNearerToTheVein(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        if (story.Try("chain.discontinue").Codes().Count > 0)
        {
            return;
        }

        story.Do("chain.discontinue");

        if (story.Try(stepId, on) is { Step.Kind: StepKind.Advance } attempt)
        {
            Assert.NotEmpty(attempt.Codes());
        }
    }
}
