using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps;

/// <summary>Which things of a chain a step is about.</summary>
public static class Targets
{
    /// <summary>Canonical texts of every thing the step could be done to now, gates left aside; <c>""</c> stands for the chain.</summary>
    public static IEnumerable<string> Due(Step step, Facts facts) =>
        All(step.Scope, facts.Chain).Where(target => IsDue(step, facts with { Target = target }));

    public static bool Exists(Step step, Facts facts) => All(step.Scope, facts.Chain).Contains(facts.Target);

    internal static UnitOperation? Unit(Facts facts) => facts.Batch?.Units.Find(unit => unit.Code == facts.Target);

    private static IEnumerable<string> All(Scope scope, ChainState chain) => scope switch
    {
        Scope.Chain => [""],
        Scope.Collection => chain.Collections.Select(item => item.Donation.ToString()),
        Scope.Batch => chain.Batches.Select(item => item.Number.ToString()),
        Scope.Unit => chain.CurrentBatch?.Units.Select(unit => unit.Code) ?? [],
        Scope.Test => chain.CurrentBatch?.Specification.Tests.Select(test => test.Code) ?? [],
        Scope.Day => ["1", "2"],
        Scope.Bag => chain.Bags.Select(bag => bag.Id.ToString()),
        Scope.Hold => chain.Holds.Select(hold => hold.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Print => chain.Prints.Keys.Select(serial => serial.ToString()).Order(StringComparer.Ordinal),
        _ => throw new InvalidOperationException($"Unexpected scope {scope}."),
    };

    private static bool IsDue(Step step, Facts facts) =>
        (step.Fires.Product is not { } product || Transitions.Next(facts.Chain.Product, product) is not null)
        && (step.Fires.Collection is not { } collection
            || (facts.Collection is { } donated && Transitions.Next(donated.State, collection) is not null))
        && (step.Fires.Batch is not { } batch || (facts.Batch is { } made && Transitions.Next(made.State, batch) is not null))
        && (step.Fires.Unit is not { } unit || (Unit(facts) is { } operation && Transitions.Next(operation.State, unit) is not null))
        && (step.Fires.Bag is not { } trigger || (facts.Bag is { } bag && Transitions.Next(bag.State, trigger) is not null))
        && (step.When is null || step.When(facts));
}
