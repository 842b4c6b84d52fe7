using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>One step of the main path.</summary>
/// <param name="On">The unit, test or dose day it is done to; empty when there is only one such thing.</param>
internal sealed record Leg(string StepId, string On = "")
{
    /// <summary>From the wristband to the end of the Day 2 infusion.</summary>
    public static IReadOnlyList<Leg> Main { get; } =
    [
        .. Of("band.bind", "apheresis.order", "collection.identify", "collection.start", "collection.complete",
            "collection.disconnect", "collection.hand-over", "collection.receive", "batch.open"),
        .. MasterProcess.Demo.Units.SelectMany(unit => new Leg[] { new("unit.start", unit.Code), new("unit.complete", unit.Code) }),
        .. Tests(1), .. Of("batch.review", "batch.release-conditionally"),
        .. Of("split.plan", "split.fill-day1", "split.fill-day2", "split.detach"),
        .. new Leg[] { new("bag.freeze", "1"), new("bag.freeze", "2"), new("bag.store", "1"), new("bag.store", "2") },
        .. Of("bags.confirm", "lymphodepletion.start", "lymphodepletion.complete"),
        .. Tests(2), new("batch.certify"),
        new("readiness.sign", "1"), .. Dose("1"),
        new("tolerance.decide"), new("readiness.sign", "2"), .. Dose("2"),
    ];

    /// <summary>The dose day; 0 for what is done to the chain, the collection or the batch.</summary>
    public int Day => On is "1" or "2" ? On[0] - '0' : 0;

    public bool IsAtTheBed => StepId is "bedside.first" or "bedside.second" or "infusion.start";

    /// <summary>The labels around the things are put on by then: before the freezer and before those who count them.</summary>
    public bool CountsLabels => StepId is "batch.review" or "bag.freeze";

    private static IEnumerable<Leg> Of(params string[] steps) => steps.Select(step => new Leg(step));

    private static IEnumerable<Leg> Tests(int stage) =>
        Specification.Demo.Tests.Where(test => test.Stage == stage).Select(test => new Leg("qc.result", test.Code));

    private static IEnumerable<Leg> Dose(string day) => new[]
    {
        "bag.reserve", "bag.issue", "bag.depart", "bag.receive", "bag.clear", "thaw.start", "thaw.end",
        "bedside.first", "bedside.second", "infusion.start", "infusion.end",
    }.Select(step => new Leg(step, day));
}
