using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>Which step an order is: the one that is next on the main path, one of those that are due, or any at all.</summary>
internal static class Choice
{
    private static readonly string[] Strange = ["", "1", "2", "UO-01", "gram", "none"];

    /// <param name="facts">Of the chain, aimed at nothing yet.</param>
    /// <returns>Whether the step is due on its target.</returns>
    public static (Step Step, string Target, bool IsDue) Of(Order order, Facts facts) => (order.Pick % 10) switch
    {
        < 6 when Next(facts) is (var next, var on) => (next, on, true),
        < 9 when Due(facts, order.Pick / 10, order.Pick % 7 == 0) is (var due, var on) => (due, on, true),
        _ => Any(order, facts),
    };

    private static (Step Step, string Target)? Next(Facts facts) => First(
        DemoLabels.Waiting(facts).Select(target => (DemoLabels.Step, target)).Concat(
            from leg in DemoLeg.Main
            let target = leg.Target(facts)
            where target is not null && RuleBook.Obstacles(leg.Step, facts with { Target = target }).Count == 0
            select (leg.Step, target)));

    /// <param name="facts">Of the chain.</param>
    /// <param name="start">Where in the catalogue the search begins.</param>
    /// <param name="ends">Also what ends the way of a thing; rarely, or there would soon be nothing left.</param>
    private static (Step Step, string Target)? Due(Facts facts, int start, bool ends) => First(
        from at in Enumerable.Range(start, StepCatalogue.All.Count)
        let step = StepCatalogue.All[at % StepCatalogue.All.Count]
        where ends || step.Kind != StepKind.Exit
        from target in Targets.Due(step, facts)
        where RuleBook.Obstacles(step, facts with { Target = target }).Count == 0
        select (step, target));

    private static (Step Step, string Target)? First(IEnumerable<(Step Step, string Target)> due) => due.Cast<(Step, string)?>().FirstOrDefault();

    private static (Step, string, bool) Any(Order order, Facts facts)
    {
        var step = StepCatalogue.All[order.Pick / 10 % StepCatalogue.All.Count];
        string[] things =
        [
            .. Strange, .. facts.Chain.Bags.Select(bag => bag.Id.ToString()), .. facts.Chain.Batches.Select(batch => batch.Number.ToString()),
            .. facts.Chain.Collections.Select(collection => collection.Donation.ToString()),
        ];
        var target = things[order.Who % things.Length];
        return (step, target, Targets.Due(step, facts).Contains(target));
    }
}
