using System.Collections.Concurrent;
using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>Which things of a chain a step is about.</summary>
public static class Targets
{
    private static readonly StudySettings AnySettings = new();

    private static readonly Step[] Listed = [.. StepCatalogue.All.Where(step => step.Listed)];

    /// <summary>Before and after everything that a chain can hold.</summary>
    private static readonly DateTimeOffset[] AnyTime = [DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1_000)];

    /// <summary>Of the chains in a state most wait for the same step: it is asked for first.</summary>
    private static readonly ConcurrentDictionary<ProductState, Step> LastFound = [];

    /// <summary>Canonical texts of every thing the step could be done to now, gates left aside; <c>""</c> stands for the chain.</summary>
    public static IEnumerable<string> Due(Step step, Facts facts) =>
        MayFire(step, facts.Chain) ? DueOf(step, facts) : [];

    /// <summary>
    /// Whether no listed step is due on the chain, now or merely because time passes: only an event can bring it back onto a list. Settings
    /// may say which of two steps is due, and never whether any is.
    /// </summary>
    public static bool IsAtRest(ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (LastFound.TryGetValue(chain.Product, out var likely) && IsEverDue(likely, chain))
        {
            return false;
        }

        if (Array.Find(Listed, step => IsEverDue(step, chain)) is not { } found)
        {
            return true;
        }

        LastFound[chain.Product] = found;
        return false;
    }

    public static bool Exists(Step step, Facts facts) =>
        step.Scope == Scope.Record ? facts.Recorded is not null : All(step.Scope, facts.Chain).Contains(facts.Target);

    /// <summary>Every thing of the chain that a step of this scope may be done to.</summary>
    public static IEnumerable<string> Of(Step step, ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(step);
        return All(step.Scope, chain);
    }

    internal static UnitOperation? Unit(Facts facts) => facts.Batch?.Units.Find(unit => unit.Code == facts.Target);

    private static bool IsEverDue(Step step, ChainState chain) =>
        MayFire(step, chain) && Array.Exists(AnyTime, now => DueOf(step, new Facts { Chain = chain, Settings = AnySettings, Now = now }).Any());

    private static IEnumerable<string> DueOf(Step step, Facts facts) =>
        All(step.Scope, facts.Chain).Where(target => IsDue(step, facts with { Target = target }));

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
        Scope.Deviation => chain.Deviations.Select(deviation => deviation.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Print => chain.Prints.Keys.Select(serial => serial.ToString()).Order(StringComparer.Ordinal),
        Scope.SafetyAct => chain.SafetyActs.Select(act => act.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Half => chain.FirstChecks.Select(check => check.Version.ToString(CultureInfo.InvariantCulture)),
        // Never due: reached from where the value stands.
        Scope.Record => [],
        _ => throw new InvalidOperationException($"Unexpected scope {scope}."),
    };

    /// <summary>Whether any thing of the chain is in a state that knows the step's triggers; asked first, since for most steps none is.</summary>
    private static bool MayFire(Step step, ChainState chain) =>
        (step.Fires.Product is not { } product || Transitions.Next(chain.Product, product) is not null)
        && (step.Fires.Collection is not { } collection || chain.Collections.Any(item => Transitions.Next(item.State, collection) is not null))
        && (step.Fires.Batch is not { } batch || chain.Batches.Any(item => Transitions.Next(item.State, batch) is not null))
        && (step.Fires.Unit is not { } unit || chain.Batches.Any(item => item.Units.Exists(done => Transitions.Next(done.State, unit) is not null)))
        && (step.Fires.Bag is not { } trigger || chain.Bags.Any(bag => Transitions.Next(bag.State, trigger) is not null));

    private static bool IsDue(Step step, Facts facts) =>
        (step.Fires.Product is not { } product || Transitions.Next(facts.Chain.Product, product) is not null)
        && (step.Fires.Collection is not { } collection
            || (facts.Collection is { } donated && Transitions.Next(donated.State, collection) is not null))
        && (step.Fires.Batch is not { } batch || (facts.Batch is { } made && Transitions.Next(made.State, batch) is not null))
        && (step.Fires.Unit is not { } unit || (Unit(facts) is { } operation && Transitions.Next(operation.State, unit) is not null))
        && (step.Fires.Bag is not { } trigger || (facts.Bag is { } bag && Transitions.Next(bag.State, trigger) is not null))
        && (step.When is null || step.When(facts));
}
