using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps;

/// <summary>Asks the lifecycles: each trigger of a step is fired on its machine, with the step's gates as its guards.</summary>
internal static class Machines
{
    public static IReadOnlyList<Refusal> Refusals(Step step, Facts facts, IReadOnlyList<Gate> gates)
    {
        List<Refusal> refusals = [];
        foreach (var fired in Fire(step, facts, [.. gates.Select(gate => new Guard(gate.Code, () => gate.Holds(facts)))]))
        {
            if (fired.Unmet is null)
            {
                continue;
            }

            var unmet = fired.Unmet.Select(code => gates.First(gate => gate.Code == code)).ToList();
            refusals.AddRange(unmet.Count == 0
                ? [Reasons.WrongState(step, fired.State)]
                : unmet.Where(gate => gate.Alone || !unmet.Exists(other => other.Alone)).Select(gate => gate.Refused(facts)));
        }

        return [.. refusals.DistinctBy(refusal => refusal.Code)];
    }

    private static IEnumerable<(Enum State, IReadOnlyList<string>? Unmet)> Fire(Step step, Facts facts, IReadOnlyList<Guard> guards)
    {
        var fired = false;
        if (step.Fires.Product is { } product)
        {
            fired = true;
            yield return Answer(new ProductLifecycle(facts.Chain.Product, guards).Fire(product));
        }

        if (step.Fires.Collection is { } collection && facts.Collection is { } donated)
        {
            fired = true;
            yield return Answer(new CollectionLifecycle(donated.State, guards).Fire(collection));
        }

        if (step.Fires.Batch is { } batch && facts.Batch is { } made)
        {
            fired = true;
            yield return Answer(new BatchLifecycle(made.State, guards).Fire(batch));
        }

        if (step.Fires.Unit is { } unit && Targets.Unit(facts) is { } operation)
        {
            fired = true;
            yield return Answer(new UnitLifecycle(operation.State, guards).Fire(unit));
        }

        if (step.Fires.Bag is { } trigger && facts.Bag is { } bag)
        {
            fired = true;
            yield return Answer(new DoseBagLifecycle(bag.State, guards).Fire(trigger));
        }

        if (!fired)
        {
            var unmet = guards.Where(guard => !guard.Holds()).Select(guard => guard.Code).ToList();
            yield return (facts.Chain.Product, unmet.Count == 0 ? null : unmet);
        }
    }

    private static (Enum, IReadOnlyList<string>?) Answer<TState>(Fired<TState> fired)
        where TState : struct, Enum => fired switch
        {
            Fired<TState>.Moved moved => (moved.To, null),
            Fired<TState>.Refused refused => (refused.State, refused.UnmetGuards),
            _ => throw new InvalidOperationException($"Unexpected answer {fired}."),
        };
}
