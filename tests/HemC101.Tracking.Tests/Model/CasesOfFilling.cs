using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Guards of a batch that is filled before its release.</summary>
internal static class CasesOfFilling
{
    /// <summary>Each with the step of the way before which it could be taken.</summary>
    private static readonly (string Step, string Before)[] Filling =
    [
        ("split.plan", "split.plan"), ("split.replan", "split.fill-day1"), ("split.fill-day1", "split.fill-day1"), ("split.fill-day2", "split.fill-day2"),
        ("split.detach", "split.detach"), ("split.report-underdose", "split.plan"), ("split.choose-underdose", "short"),
    ];

    private static readonly string[] Releases = ["batch.release-conditionally", "batch.release"];

    public static IReadOnlyList<Case> All { get; } =
    [
        .. Filling.Select(of => Case.After(of.Step, "fill-closed", () => Upto(of.Before), story => story.Try(of.Step), attempt => attempt.But(facts => facts with
        {
            Chain = facts.Chain with { Batches = [.. facts.Chain.Batches.Select(batch => batch with { State = BatchState.Failed })] },
        }))),
        .. Filling.Where(of => of.Step != "split.report-underdose").Select(of => Case.After(
            of.Step, "manufacture-stopped", () => Upto(of.Before), story => story.Try(of.Step), attempt => attempt.But(facts => facts with
            {
                Chain = facts.Chain with { Holds = [new Hold(1, null, "deviation", StopsManufacture: true, [])] },
            }))),
        Case.After("batch.review", "not-filled-yet", () => Story.AtFillUpTo("bag.freeze", "1"), story => story.Try("batch.review")),
        .. Releases.Select(step => Case.After(step, "curve", Tested, story => story.Try(step), attempt => attempt.But(facts => facts with
        {
            Chain = facts.Chain with { Bags = [.. facts.Chain.Bags.Select(bag => bag with { CurveAccepted = bag.Day == 1 })] },
        }))),
        .. Releases.Select(step => Case.After(step, "mass-balance", Tested, story => story.Try(step), attempt => attempt.With("surplus", "100"))),
    ];

    private static Story Upto(string step) => step == "short"
        ? Story.AtFillUpTo("split.plan").Do("split.report-underdose")
        : Story.AtFillUpTo(step);

    private static Story Tested()
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");
        foreach (var test in story.Chain.CurrentBatch!.Specification.Tests.Where(test => test.Stage == 2))
        {
            story.AfterMinutes(1).Do("qc.result", test.Code);
        }

        return story;
    }
}
