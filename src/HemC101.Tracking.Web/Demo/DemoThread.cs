using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Finds the step with which a participant's story goes on.</summary>
internal static class DemoThread
{
    /// <param name="source">Where labels and things of the house are read.</param>
    /// <param name="works">Everything that is due on the chain.</param>
    /// <param name="crew">Who can be asked to take part.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The next leg of the main path, or what clears the way to it; null at the end, and where nothing helps any more.</returns>
    public static async Task<DemoScript?> NextAsync(Source source, IReadOnlyList<Work> works, IReadOnlyList<Person> crew, CancellationToken ct)
    {
        foreach (var work in InOrder([.. works.Where(work => work.CanBegin)]))
        {
            var script = await DemoScripts.WriteAsync(source, work.Address, work.Facts, crew, ct);
            if (script.Outcome is { } taken && Helps(script, work.Facts, taken))
            {
                return script;
            }
        }

        return null;
    }

    private static IEnumerable<Work> InOrder(IReadOnlyList<Work> works)
    {
        List<Work> onThePath = [.. DemoLeg.Main.SelectMany(leg => works.Where(work => leg.Is(work.Address, work.Facts))).Distinct()];
        return
        [
            .. works.Where(work => DemoLabels.IsPutOn(work.Address, work.Facts)),
            .. onThePath,
            .. from work in works.Except(onThePath)
               where work.Address.Step.Kind is StepKind.Advance or StepKind.Preserve && (work.Address.Step.Listed || AsksNothing(work.Address.Step))
               orderby work.Address.Step.Listed descending
               select work,
        ];
    }

    private static bool AsksNothing(Step step) =>
        step.Scans.Count + step.Record.Count + step.Signatures.Count == 0 && step is { TargetScans: null, TargetRecord: null };

    /// <summary>A step that could be taken again at once has led nowhere, unless something that stood in the way of another one is gone.</summary>
    private static bool Helps(DemoScript script, Facts blank, Decision.Taken taken)
    {
        var after = blank with { Chain = DemoAhead.After(script, taken) };
        return !Targets.Due(script.Step, after).Contains(blank.Target)
            || RuleBook.Obstacles(script.Step, after).Count > 0
            || IndependentCheck.Due(script.Step, after) != script.Half
            || DemoLeg.Main.Any(leg => InTheWay(leg, after) < InTheWay(leg, blank));
    }

    private static int InTheWay(DemoLeg leg, Facts facts) =>
        leg.Target(facts) is { } target ? RuleBook.Obstacles(leg.Step, facts with { Target = target }).Count : int.MaxValue;
}
