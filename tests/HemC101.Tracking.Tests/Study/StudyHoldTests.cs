using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Study;

/// <summary>X-29: the whole study waits.</summary>
public sealed class StudyHoldTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly StudyHold Placed = new(1, "board", "DSMB-3", At, [Signed(Crew.Of(Role.QualityAssurance))]);

    private static readonly SettingsBook Free = new([new(new(), At, At)]);

    /// <summary>The main path's steps, each right before it is due.</summary>
    public static IEnumerable<object[]> Path => Leg.Main.Select(leg => (leg.StepId, leg.On)).Distinct().Select(leg => new object[] { leg.StepId, leg.On });

    [Theory]
    [MemberData(nameof(Path))]
    public void StudyHold_StopsWhatLeadsNearerToAVein_AndNothingElse(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var step = StepCatalogue.Get(stepId);

        var codes = story.Try(stepId, on).But(facts => facts with { Book = Free.With(Placed) }).Codes();

        Assert.Equal(step.Kind == StepKind.Advance ? ["study-held"] : Array.Empty<string>(), codes.Where(code => code == "study-held"));
        Assert.Empty(story.Try(stepId, on).But(facts => facts with { Book = Released() }).Codes());
    }

    [Theory]
    [InlineData("infusion.pause")]
    [InlineData("infusion.stop")]
    [InlineData("infusion.end")]
    public void StudyHold_WhileABagRuns_LeavesEveryWayToStop(string stepId) =>
        Assert.Empty(Story.UpTo("infusion.end", "1").Try(stepId, "1").But(facts => facts with { Book = Free.With(Placed) }).Codes());

    [Fact]
    public void Hold_IsInForce_UntilItIsReleased()
    {
        Assert.Empty(Free.HoldsInForce);
        Assert.Equal([1], Free.With(Placed).HoldsInForce.Select(hold => hold.Number));
        Assert.Empty(Released().HoldsInForce);
        Assert.Single(Released().Holds);
        Assert.Equal([2], Released().With(Placed with { Number = 2 }).HoldsInForce.Select(hold => hold.Number));
    }

    [Fact]
    public void Release_ByWhoPlacedIt_ByNobodysHold_OrTwice_IsRefused()
    {
        var others = Signers(Crew.Of(Role.Investigator), Crew.Of(Role.QualifiedPerson));
        Assert.Empty(StudyHoldRules.ReleaseRefusals(Placed, others));
        Assert.Equal(["own-study-hold"], Codes(StudyHoldRules.ReleaseRefusals(Placed, Signers(Crew.Of(Role.Investigator), Crew.Of(Role.QualityAssurance)))));
        Assert.Equal(["own-study-hold"], Codes(StudyHoldRules.ReleaseRefusals(
            Placed, Signers(Crew.Of(Role.Investigator), Crew.Of(Role.QualifiedPerson) with { FullName = Crew.Of(Role.QualityAssurance).FullName }))));
        Assert.Equal(["study-hold-gone"], Codes(StudyHoldRules.ReleaseRefusals(null, others)));
        Assert.Equal(["study-hold-gone"], Codes(StudyHoldRules.ReleaseRefusals(Released().Holds[0], others)));
    }

    [Fact]
    public void Placing_TakesOneOfThree_AndReleasing_ThePhysicianWithQuality()
    {
        Assert.All([Role.Investigator, Role.QualifiedPerson, Role.QualityAssurance], role => Assert.Empty(Assigned(StudyHoldRules.Placing, Crew.Of(role))));
        Assert.Equal(["role-missing"], Assigned(StudyHoldRules.Placing, Crew.Of(Role.WardNurse)));
        Assert.Equal(["signature-missing"], Assigned(StudyHoldRules.Releasing, Crew.Of(Role.Investigator)));
        Assert.Contains("role-missing", Assigned(StudyHoldRules.Releasing, Crew.Of(Role.QualityAssurance), Crew.Of(Role.QualifiedPerson)));
        Assert.Empty(Assigned(StudyHoldRules.Releasing, Crew.Of(Role.Investigator), Crew.Of(Role.QualityAssurance)));
    }

    private static SettingsBook Released() => Free.With(Placed with { Release = new("no-risk", "DSMB-4", At.AddDays(1), []) });

    private static IReadOnlyList<string> Assigned(IReadOnlyList<SignatureDemand> demands, params Person[] people) =>
        Codes(Signatories.Assign(demands, Signers(people), At).Refusals);

    private static List<Signer> Signers(params Person[] people) => [.. people.Select(Crew.Signing)];

    private static IReadOnlyList<string> Codes(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(refusal => refusal.Code)];

    private static Signature Signed(Person person) =>
        new(person.Number, person.FullName, Role.QualityAssurance, Meaning.Approved, At, AuthenticationMethod.BadgeAndPin, new string('a', 64));
}
