using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>The therapy is complete when the last bag comes to its end and at least one was infused.</summary>
internal static class Completion
{
    public static IEnumerable<ChainEvent> With(Facts facts, ChainEvent last)
    {
        yield return last;

        var others = facts.Chain.Bags.Where(bag => bag.Id != facts.Bag!.Id).ToList();
        var infused = last is InfusionEnded or InfusionStopped || others.Any(bag => bag.WasInfused);
        if (infused && others.All(bag => bag.IsTerminal) && Transitions.Next(facts.Chain.Product, ProductTrigger.Complete) is not null)
        {
            yield return new TherapyCompleted();
        }
    }
}
