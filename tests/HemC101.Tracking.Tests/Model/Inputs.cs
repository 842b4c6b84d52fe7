using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>One way to fill in a step.</summary>
internal sealed record Input(string Name, Func<Attempt, Attempt> Apply)
{
    public static Input Good { get; } = new("", attempt => attempt);
}

/// <summary>Representative inputs: the careful person's, each other outcome that a step knows, and each value that has to be refused.</summary>
internal static class Inputs
{
    private static readonly Dictionary<string, (string Field, string Value)[]> Others = new()
    {
        ["apheresis.order"] =
        [
            ("cd3", "0.1"), ("cd3_taken_at", "2026-01-01T08:00"), ("cd3_taken_at", "2028-01-01T08:00"), ("markers_on", "2026-01-01"), ("markers_on", "2028-01-01"),
            ("marker_hiv", "active"), ("access", "inadequate"), ("planned_on", "2026-01-01"),
        ],
        ["collection.complete"] = [("cd3_collected", "13")],
        ["collection.explain-bag"] = [("which", "1")],
        ["collection.receive"] = [("min_c", "7"), ("seal_good", "")],
        ["split.plan"] = [("bulk_volume", "2"), ("weight", "90")],
        ["split.replan"] = [("bulk_volume", "2"), ("weight", "62")],
        ["split.report-underdose"] = [("bulk_volume", "40"), ("weight", "90")],
        ["split.choose-underdose"] = [("division", "Proportional")],
        ["split.fill-day1"] = [("filled_volume", "9"), ("filled_volume", "12")],
        ["split.fill-day2"] = [("filled_volume", "30")],
        ["bag.freeze"] = [("curve", "")],
        ["bag.store"] = [("tank_c", "-120")],
        ["bag.restore"] = [("tank_c", "-120")],
        ["bags.confirm"] = [("surplus", "100"), ("surplus", "0")],
        ["lymphodepletion.complete"] = [("last_dose_at", "2026-01-01T08:00"), ("last_dose_at", "2028-01-01T08:00")],
        ["readiness.sign"] = [("temperature", "38.0"), ("spo2", "91"), ("cultures", "positive"), ("cultures_checked_at", "2028-01-01T08:00")],
        ["tolerance.decide"] = [("crs", "1"), ("decision", "no-go")],
        ["tolerance.decide-milder"] = [("crs", "1"), ("cultures", "positive")],
        ["followup.hand-over"] = [("visit_on", "2026-01-01"), ("visit_on", "2031-01-01"), ("extension", "no")],
        ["followup.status"] = [("since", "2026-01-01"), ("since", "2031-01-01"), ("status", "died")],
        ["bag.receive"] = [("max_c", "-100")],
        ["collection.misrouted"] = [("place", "laboratory")],
        ["bag.misrouted"] = [("place", "ward"), ("place", "cell-store")],
        ["bag.discard"] = [("method", "lost")],
        ["bag.return"] = [("seal_good", "")],
        ["infusion.end"] = [("volume", "400"), ("volume", "")],
        ["infusion.stop"] = [("volume", "400")],
        ["infusion.volume"] = [("volume", "400")],
        ["hold.place"] = [("hold_over", "day1"), ("hold_over", "day2"), ("hold_over", "batch"), ("stop_manufacture", "true")],
        ["supply.evaluate"] = [("risk", "not-acceptable")],
        ["supply.inform"] = [("informed_at", "2031-01-01T10:00")],
        ["safety.settle"] = [("finding", "somebody-else")],
    };

    private static readonly Input Doubtful = new("by a lapsed session", attempt => attempt.But(facts => facts with { Doubts = [ActDoubt.LapsedSession] }));

    public static IEnumerable<Input> For(Step step, Facts facts) =>
    [
        Input.Good,
        .. Others.GetValueOrDefault(step.Id, []).Select(Of),
        .. step.Id == "qc.result" ? [Of(("result", "0"))] : Array.Empty<Input>(),
        .. step.Id is "batch.release" or "batch.release-conditionally" && facts.Batch?.SplitTiming == SplitTiming.AtFill ? [Of(("surplus", "100"))] : Array.Empty<Input>(),
        .. step.Id == "infusion.stop" && facts.Day == 1 ? [Doubtful] : Array.Empty<Input>(),
    ];

    /// <summary>What nobody may get away with, where the careful person's input is taken.</summary>
    public static IEnumerable<Input> Dishonest(Step step, Facts facts) =>
    [
        .. step.ScansFor(facts).Select(demand => new Input($"without {demand.Key}", attempt => attempt.Without(demand.Key))),
        .. step.Signatures.Count > 1 ? [By("one person for two", [.. step.Signatures.Select(_ => Everything)])] : Array.Empty<Input>(),
        By("an administrator", [Crew.Of(Role.Administrator), .. step.Signatures.Skip(1).Select((_, at) => Crew.Of(Role.Administrator, at + 2))]),
        .. step.Signatures.Take(step.Check == SecondCheck.Independent ? 1 : 2).Select((_, at) => new Input($"{at} signatures", attempt => attempt.But(has => has with { Signers = [.. has.Signers.Take(at)] }))),
        .. Twice(step, facts).Select(number => By($"{number} again", [Known(number), .. step.Signatures.Skip(1).Select(_ => Everything)])),
        .. step.Id is "safety.confirm" or "safety.dispute" ? [By("somebody else", Everything)] : Array.Empty<Input>(),
    ];

    /// <summary>Those who have had their turn at this thing.</summary>
    private static IEnumerable<StaffNumber> Twice(Step step, Facts facts) => step.Id switch
    {
        "bedside.second" => facts.Bag!.Rounds.Concat(facts.Bag.VoidedRounds).Distinct(),
        "hold.release" => facts.Chain.Holds.SelectMany(hold => hold.PlacedBy),
        "safety.settle" or "safety.vouch" => facts.Chain.SafetyActs.Select(act => act.By),
        "batch.release-conditionally" or "batch.release" or "batch.certify" or "batch.supply" or "bags.confirm" => facts.Batch!.Hands.Take(1),
        _ => [],
    };

    private static Person Known(StaffNumber number) => Crew.All.Single(person => person.Number == number) with { Roles = Everything.Roles };

    private static Person Everything { get; } =
        Crew.Of(Role.Coordinator) with { Roles = Enum.GetValues<Role>().Where(role => role != Role.Administrator).ToHashSet() };

    private static Input By(string name, params Person[] people) =>
        new($"by {name}", attempt => attempt.By(people).But(facts => facts with { SignedIn = people[0] }));

    private static Input Of((string Field, string Value) answer) =>
        new($"{answer.Field}={answer.Value}", attempt => attempt.With(answer.Field, answer.Value));
}
