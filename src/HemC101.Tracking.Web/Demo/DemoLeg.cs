using System.Globalization;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>One step of the main path; what two people check apart is two of them.</summary>
/// <param name="On">The unit, test or dose day it is done to; empty when there is only one such thing.</param>
/// <param name="Wait">How long after the step before it, in the demonstration's past.</param>
public sealed record DemoLeg(string StepId, string On, TimeSpan Wait)
{
    /// <summary>From the wristband to the end of the Day 2 infusion. The frozen bags wait for the final tests before anybody is lymphodepleted.</summary>
    public static IReadOnlyList<DemoLeg> Main { get; } = Halves(
    [
        Of("band.bind"), Of("apheresis.order"), Of("collection.identify", hours: 24), Of("collection.start"),
        Of("collection.complete", hours: 4), Of("collection.disconnect"), Of("collection.hand-over"), Of("collection.receive"), Of("batch.open"),
        .. MasterProcess.Demo.Units.SelectMany(unit => new[] { Of("unit.start", unit.Code), Of("unit.complete", unit.Code, 24) }),
        .. Tests(1), Of("batch.review"), Of("batch.release-conditionally"),
        Of("split.plan"), Of("split.fill-day1"), Of("split.fill-day2"), Of("split.detach"),
        Of("bag.freeze", "1"), Of("bag.freeze", "2"), Of("bag.store", "1"), Of("bag.store", "2"), Of("bags.confirm"),
        .. Tests(2, firstAfterHours: 14 * 24), Of("batch.certify"),
        Of("lymphodepletion.start", hours: 24), Of("lymphodepletion.complete", hours: 72),
        Of("readiness.sign", "1", 60), .. Dose("1"),
        Of("tolerance.decide", hours: 19), Of("readiness.sign", "2"), .. Dose("2"),
    ]);

    public Step Step => StepCatalogue.Get(StepId);

    /// <summary>Every leg up to and including this one.</summary>
    public static IReadOnlyList<DemoLeg> UpTo(string stepId, string on = "")
    {
        var last = Main.ToList().FindLastIndex(leg => leg.StepId == stepId && leg.On == on);
        return last >= 0 ? [.. Main.Take(last + 1)] : throw new ArgumentException($"The main path has no {stepId} {on}.", nameof(stepId));
    }

    /// <returns>What the leg is done to as things stand, gates left aside; null when it is not due.</returns>
    public string? Target(Facts facts) => Targets.Due(Step, facts).FirstOrDefault(due => IsOn(facts with { Target = due }));

    public bool Is(StepAddress address, Facts facts) => address.Step.Id == StepId && IsOn(facts);

    private bool IsOn(Facts facts) => On.Length == 0
        || (facts.Bag is { } bag ? bag.Day.ToString(CultureInfo.InvariantCulture) == On : facts.Target == On);

    private static IEnumerable<DemoLeg> Tests(int stage, int firstAfterHours = 0) =>
        Specification.Demo.Tests.Where(test => test.Stage == stage).Select((test, at) => Of("qc.result", test.Code, at == 0 ? firstAfterHours : 0));

    private static IEnumerable<DemoLeg> Dose(string day) =>
    [
        Of("bag.reserve", day), Of("bag.issue", day), Of("bag.depart", day), Of("bag.receive", day), Of("bag.clear", day),
        Of("thaw.start", day), Of("thaw.end", day), Of("bedside.first", day), Of("bedside.second", day),
        Of("infusion.start", day), Of("infusion.end", day),
    ];

    /// <summary>The second comes at once: nobody else takes the box or the seal that the first has in hand.</summary>
    private static IReadOnlyList<DemoLeg> Halves(IEnumerable<DemoLeg> legs) =>
    [
        .. legs.SelectMany(leg => leg.Step.Check == SecondCheck.Independent ? [leg, leg with { Wait = TimeSpan.Zero }] : new[] { leg }),
    ];

    private static DemoLeg Of(string stepId, string on = "", int hours = 0) =>
        new(stepId, on, hours == 0 ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(hours));
}
