using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>One step of the main path.</summary>
/// <param name="On">The unit, test or dose day it is done to; empty when there is only one such thing.</param>
/// <param name="Wait">How long after the step before it.</param>
internal sealed record Leg(string StepId, string On, TimeSpan Wait)
{
    /// <summary>From the wristband to the end of the Day 2 infusion, as the trial plans it.</summary>
    public static IReadOnlyList<Leg> Main { get; } =
    [
        Of("band.bind"), Of("apheresis.order"), Of("collection.identify", hours: 24), Of("collection.start"),
        Of("collection.complete", hours: 4), Of("collection.disconnect"), Of("collection.hand-over"), Of("collection.receive"), Of("batch.open"),
        .. MasterProcess.Demo.Units.SelectMany(unit => new[] { Of("unit.start", unit.Code), Of("unit.complete", unit.Code, 24) }),
        .. Tests(1), Of("batch.review"), Of("batch.release-conditionally"),
        Of("split.plan"), Of("split.fill-day1"), Of("split.fill-day2"), Of("split.detach"),
        Of("bag.freeze", "1"), Of("bag.freeze", "2"), Of("bag.store", "1"), Of("bag.store", "2"), Of("bags.confirm"),
        Of("lymphodepletion.start", hours: 24), Of("lymphodepletion.complete", hours: 72),
        .. Tests(2), Of("batch.certify"),
        Of("readiness.sign", "1", 60), .. Dose("1"),
        Of("tolerance.decide", hours: 19), Of("readiness.sign", "2"), .. Dose("2"),
    ];

    /// <summary>The same where the bags are filled, frozen and stored before the release, which confirms them.</summary>
    public static IReadOnlyList<Leg> AtFill { get; } = FilledFirst([.. Main]);

    private static List<Leg> FilledFirst(List<Leg> legs)
    {
        var filling = legs.GetRange(legs.FindIndex(leg => leg.StepId == "split.plan"), 8);
        legs.RemoveAll(leg => filling.Contains(leg) || leg.StepId == "bags.confirm");
        legs.InsertRange(legs.FindIndex(leg => leg.StepId == "qc.result"), filling);
        return legs;
    }

    private static IEnumerable<Leg> Tests(int stage) =>
        Specification.Demo.Tests.Where(test => test.Stage == stage).Select(test => Of("qc.result", test.Code));

    private static IEnumerable<Leg> Dose(string day) =>
    [
        Of("bag.reserve", day), Of("bag.issue", day), Of("bag.depart", day), Of("bag.receive", day), Of("bag.clear", day),
        Of("thaw.start", day), Of("thaw.end", day), Of("bedside.first", day), Of("bedside.second", day),
        Of("infusion.start", day), Of("infusion.end", day),
    ];

    private static Leg Of(string stepId, string on = "", int hours = 0) =>
        new(stepId, on, hours == 0 ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(hours));
}
