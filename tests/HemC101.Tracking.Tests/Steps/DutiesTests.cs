using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Each pair of duties that one person may not unite, with the reason of its refusal.</summary>
public sealed class DutiesTests
{
    /// <summary>A step, and what somebody did before who then signs its demand at this place.</summary>
    private static readonly Dictionary<string, (string Code, Func<Attempt> Attempt)> Pairs = new()
    {
        ["release conditionally ≠ manufacture"] = ("qp-hands", () => ByAHand("batch.release-conditionally", Role.LabOperator)),
        ["release conditionally ≠ testing"] = ("qp-hands", () => ByAHand("batch.release-conditionally", Role.QualityControl)),
        ["confirm the bags ≠ split"] = ("qp-hands", () => ByAHand("bags.confirm", Role.LabOperator)),
        ["confirm the bags ≠ freezing"] = ("qp-hands", Frozen),
        ["certify ≠ testing"] = ("qp-hands", () => By(Certifiable(), "batch.certify", "", Crew.Of(Role.QualityControl), Role.QualifiedPerson)),
        ["release ≠ reprint of a label"] = ("qp-hands", Relabelled),
        ["review of a result ≠ analysis"] = ("same-person", () => Twice("qc.result", "gram")),
        ["invalidation of a result ≠ analysis"] = ("same-person", () => Twice(After(Story.UpTo("qc.result", "gram"), "qc.result", "gram"), "qc.invalidate", "gram")),
        ["verify a unit ≠ perform"] = ("same-person", () => Twice("unit.complete", "UO-01")),
        ["verify a fill ≠ perform"] = ("same-person", () => Twice("split.fill-day1", "")),
        ["verify a band ≠ bind"] = ("same-person", () => Twice("band.bind", "")),
        ["verify clearance ≠ perform"] = ("same-person", () => Twice("bag.clear", "1")),
        ["second round ≠ first round"] = ("same-nurse", () => SecondRound()),
        ["receive ≠ hand over"] = ("same-person", () => Twice("collection.hand-over", "")),
        ["two signatures ≠ two accounts of one name"] = ("same-name", () => Namesakes("unit.complete", "UO-01")),
        ["release a hold ≠ place it"] = ("own-hold", OwnHold),
        ["sign work ≠ administer"] = ("administrator-works", () => By(
            Story.UpTo("unit.start"), "unit.start", "UO-01", Crew.Of(Role.LabOperator), Role.LabOperator, Role.Administrator)),
        ["settle a disputed act ≠ the act"] = ("own-act", OwnAct),
    };

    public static TheoryData<string> Names => new(Pairs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Pair_InOnePerson_IsRefusedWithItsReason(string pair)
    {
        var (code, attempt) = Pairs[pair];

        Assert.Equal([code], attempt().Codes());
    }

    /// <summary>Two signatures of any step are two people, whatever the step.</summary>
    [Fact]
    public void EveryStepOfTwo_SignedByOne_IsRefused() => Assert.All(
        StepCatalogue.All.Where(step => step.Signatures.Count > 1),
        step =>
        {
            var one = Crew.Signing(Crew.Of(Role.WardNurse) with { Roles = step.Signatures.SelectMany(demand => demand.Roles).ToHashSet() });
            var (_, refusals) = Signatories.Assign(step.Signatures, [.. step.Signatures.Select(_ => one)], null);
            Assert.Equal(["same-person"], refusals.Select(refusal => refusal.Code));
        });

    /// <summary>Nothing of what is signed at the bench may be left out of what keeps a QP from deciding.</summary>
    [Fact]
    public void Hands_OfABatch_AreAllWhoMadeTestedOrLabelledIt()
    {
        var story = Story.UpTo("bag.store", "1");
        var benches = story.History.Where(happened => happened.Act.StepId.Split('.')[0] is "unit" or "split" or "qc" || happened.Act.StepId is "batch.open" or "bag.freeze"
            || happened is { What: LabelApplied applied, Act.StepId: "label.apply" } && !story.Chain.Prints[applied.Serial].Carrier.ComesOff());
        var signed = benches.SelectMany(happened => happened.Act.Signatures).Select(signature => signature.By).ToHashSet();

        Assert.Equal(signed.Order(Comparer), story.Chain.CurrentBatch!.Hands.Order(Comparer));
    }

    [Fact]
    public void Hands_QualityDecisions_DoNotCount()
    {
        var story = After(Story.UpTo("qc.result", "gram"), "qc.result", "gram");
        var before = story.Chain.CurrentBatch!.Hands;
        var assurance = Crew.Of(Role.QualityAssurance);
        story.Try("qc.invalidate", "gram").By(Crew.Of(Role.QualityControl), assurance).Take();

        Assert.Equal(before.Order(Comparer), story.Chain.CurrentBatch!.Hands.Order(Comparer));
        Assert.DoesNotContain(assurance.Number, story.Chain.CurrentBatch!.Hands);
    }

    [Theory]
    [InlineData("Соколова Мария", "соколова  мария", true)]
    [InlineData("Фёдорова-Ильина Анна", "Федорова Ильина Анна", true)]
    [InlineData("Белов П. С.", "Белов П.С", true)]
    [InlineData("Соколова Мария", "Соколова Марина", false)]
    [InlineData("WardNurse 1", "WardNurse 2", false)]
    public void AreOne_ByName(string one, string other, bool same) => Assert.Equal(same, Duties.AreOne(one, other));

    [Fact]
    public void Roles_OfAnAdministrator_GoWithNoOther()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var mixed = new HashSet<Role> { Role.Administrator, role };
            Assert.Equal(role == Role.Administrator, Duties.Refusal(mixed) is null);
            Assert.Null(Duties.Refusal(new HashSet<Role> { role }));
        }
    }

    private static readonly Comparer<StaffNumber> Comparer =
        Comparer<StaffNumber>.Create((one, other) => string.CompareOrdinal($"{one}", $"{other}"));

    private static Attempt ByAHand(string stepId, Role role)
    {
        var story = Story.UpTo(stepId);
        var hand = Crew.All.First(person => person.Has(role) && story.Chain.CurrentBatch!.Hands.Contains(person.Number));
        return By(story, stepId, "", hand, Role.QualifiedPerson);
    }

    private static Attempt By(Story story, string stepId, string on, Person person, params Role[] roles) =>
        story.Try(stepId, on).By(person with { Roles = roles.ToHashSet() });

    private static Attempt Twice(string stepId, string on) => Twice(Story.UpTo(stepId, on.Length == 0 ? null : on), stepId, on);

    private static Attempt Twice(Story story, string stepId, string on)
    {
        var attempt = story.Try(stepId, on);
        var one = Crew.Of(Role.Courier) with { Roles = attempt.Step.Signatures.SelectMany(demand => demand.Roles).ToHashSet() };
        return attempt.By(one, one);
    }

    private static Attempt Namesakes(string stepId, string on) => Story.UpTo(stepId, on).Try(stepId, on)
        .By(Crew.Of(Role.LabOperator) with { FullName = "Белов Игорь" }, Crew.Of(Role.LabOperator, 2) with { FullName = "БЕЛОВ  Игорь" });

    private static Story After(Story story, string stepId, string on) => story.Do(stepId, on);

    private static Story Certifiable()
    {
        var story = Story.UpTo("split.plan");
        foreach (var test in story.Chain.CurrentBatch!.Specification.Tests.Where(test => !story.Chain.CurrentBatch!.Results.ContainsKey(test.Code)).ToList())
        {
            story.Do("qc.result", test.Code);
        }

        return story;
    }

    private static Attempt Relabelled()
    {
        var story = Story.UpTo("batch.release-conditionally");
        var batch = story.Chain.CurrentBatch!.Number.ToString();
        var (one, other) = (Crew.Of(Role.QualityAssurance, 3), Crew.Of(Role.QualityAssurance, 4));
        story.Try("label.reprint", batch).By(one, other).Take();
        story.Try("label.apply", batch).By(one, other).Take();
        return By(story, "batch.release-conditionally", "", one, Role.QualifiedPerson);
    }

    private static Attempt Frozen()
    {
        var (one, other) = (Crew.Of(Role.Cryostore, 3), Crew.Of(Role.Cryostore, 4));
        var story = Story.UpTo("bag.freeze", "1").PutLabelsOn().Try("bag.freeze", "1").By(one, other).Take()
            .Do("bag.freeze", "2").Do("bag.store", "1").Do("bag.store", "2");
        return By(story, "bags.confirm", "", one, Role.QualifiedPerson);
    }

    private static Attempt SecondRound()
    {
        var story = Story.UpTo("bedside.second", "1");
        return story.Try("bedside.second", "1").By(Crew.All.Single(person => person.Number == story.Bag(1).Rounds[0]));
    }

    private static Attempt OwnHold()
    {
        var story = Story.UpTo("bag.clear", "1").Try("hold.place").By(Crew.Of(Role.QualityAssurance, 2)).Take();
        return story.Try("hold.release").By(Crew.Of(Role.QualityAssurance, 2));
    }

    private static Attempt OwnAct()
    {
        var nurse = Crew.Of(Role.WardNurse);
        var story = Story.UpTo("bag.clear", "1");
        story.Happen(new ConfirmationWanted(1, "infusion.stop", "", nurse.Number, [ActDoubt.ClosedAccount]), nurse, "infusion.stop").Do("safety.dispute");
        return By(story, "safety.settle", "", nurse, Role.QualityAssurance);
    }
}
