using System.Collections.Concurrent;
using System.Reflection;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Something that holds of every step ever taken, whatever the catalogue says; told of events and states, never of gates.</summary>
internal sealed record Promise(string Name, Func<Transition, bool> IsKept);

/// <summary>The invariants of the domain reference §2.22 and of the design §3.</summary>
internal static class Promises
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo?> Members = [];

    public static IReadOnlyList<Promise> All { get; } =
        [.. PromisesOfDoses.All, .. PromisesOfClocks.All, .. PromisesOfMaking.All, .. PromisesOfIdentity.All, .. PromisesOfPeople.All, .. PromisesOfStates.All];

    public static IEnumerable<string> Broken(Transition transition) => All.Where(promise => !promise.IsKept(transition)).Select(promise => promise.Name);

    /// <summary>Asked of every step in every state under a hold over the chain, whether it could be taken or not.</summary>
    public static string? OfHolds(Step step, Facts facts, IReadOnlyList<Refusal> obstacles) =>
        facts.Chain.Holds.Exists(hold => hold.Of is null) && obstacles.Any(obstacle => obstacle.Code == "held") != (step.KindFor(facts) == StepKind.Advance)
            ? "a hold blocks every Advance step and only those"
            : null;

    public static IEnumerable<T> Those<T>(this Transition transition) => transition.Events.OfType<T>();

    /// <summary>Of every bag that one of these events is about, as it was before.</summary>
    public static bool Each(this Transition transition, Type[] events, Func<DoseBag, bool> holds) =>
        transition.Events.Where(what => events.Contains(what.GetType())).All(what => holds(transition.Before.Find(BagOf(what)!.Value)!));

    public static DoseBagId? BagOf(ChainEvent what) => Member(what, "Bag") as DoseBagId?;

    public static DonationNumber? DonationOf(ChainEvent what) => Member(what, "Donation") as DonationNumber?;

    public static BatchNumber? BatchOf(ChainEvent what) => Member(what, "Batch") as BatchNumber?;

    private static object? Member(ChainEvent what, string name) =>
        Members.GetOrAdd((what.GetType(), name), key => key.Item1.GetProperty(key.Item2))?.GetValue(what);
}
