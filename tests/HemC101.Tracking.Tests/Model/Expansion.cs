using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>A try that is made once for each situation, not in every state.</summary>
/// <param name="IsStray">No machine knows the trigger there; else something dishonest.</param>
internal sealed record OddTry(Step Step, string Target, Input Input, string Situation, bool IsStray);

/// <summary>What trying every step in one state finds. It depends on that state alone.</summary>
internal sealed class Expansion
{
    private readonly Place _place;
    private readonly Moves _moves;

    private Expansion(Place place, Moves moves) => (_place, _moves) = (place, moves);

    public long Tries { get; private set; }

    public List<string> Broken { get; } = [];

    public HashSet<string> Taken { get; } = [];

    public List<((string StepId, string Code) Key, Witness Witness)> Witnesses { get; } = [];

    /// <summary>Where one comes from here, each with its line in the abstraction.</summary>
    public List<(Place Place, string Line)> Next { get; } = [];

    public List<OddTry> Odd { get; } = [];

    public static Expansion Of(Place place, Moves moves)
    {
        var found = new Expansion(place, moves);
        if (moves.GoesOn(place.Chain))
        {
            found.TryAll();
        }

        return found;
    }

    /// <returns>Null where more than one thing stands in the way: who takes this one away changes nothing.</returns>
    public static ((string StepId, string Code) Key, Witness Witness)? WitnessOf(Place place, Step step, string target, Input input, IReadOnlyList<string> codes) =>
        codes is [var code] && IsAlone(place, step, target, code)
            ? ((step.Id, code is "scan-missing" or "signature-missing" ? $"{code} {input.Name}" : code), new(place, target, input))
            : null;

    private void TryAll()
    {
        foreach (var step in StepCatalogue.All)
        {
            foreach (var target in _moves.TargetsOf(step, _place.Chain))
            {
                Try(step, target);
            }
        }

        foreach (var later in Moves.Later(_place).Concat(Moves.WrongScans(_place)))
        {
            GoTo(later);
        }
    }

    private void Try(Step step, string target)
    {
        var facts = FactsOf(_place, target);
        Tries++;
        if (!Moves.CanFire(step, facts))
        {
            var bag = _place.Chain.Bags.Find(item => item.Id.ToString() == target);
            Odd.Add(new(step, target, Input.Good, $"{step.Id} {target} {_place.Chain.Product} {bag?.State} {_place.Chain.CurrentBatch?.State} {_place.Chain.CurrentBatch?.CurrentUnit} {_place.Chain.Bags.Count}", IsStray: true));
            return;
        }

        var obstacles = RuleBook.Obstacles(step, facts);
        if (Promises.OfHolds(step, facts, obstacles) is { } broken)
        {
            Broken.Add($"{broken}: {_place.Way} > {step.Id} {target}");
        }

        if (obstacles.Count > 0)
        {
            Refused(step, target, Input.Good, [.. obstacles.Select(obstacle => obstacle.Code)]);
            return;
        }

        foreach (var input in Inputs.For(step, facts).Where(input => _moves.Tries(step, facts, input)))
        {
            Take(step, target, input);
        }
    }

    private void Take(Step step, string target, Input input)
    {
        switch (Play.Of(_place, step, target, input))
        {
            case Played.Refused refused:
                Refused(step, target, input, refused.Codes);
                break;
            case Played.Went went:
                Broken.AddRange(Promises.Broken(went.Transition).Select(promise => $"{promise}: {went.To.Way}"));
                Taken.Add(step.Id);
                if (_moves.Follows(step, went.Transition))
                {
                    GoTo(went.To);
                }

                if (input == Input.Good)
                {
                    Dishonest(step, target, went.Transition.Facts);
                }

                break;
        }
    }

    /// <summary>A situation is a combination of product and bags.</summary>
    private void Dishonest(Step step, string target, Facts facts)
    {
        var situation = $"{step.Id} {target} {_place.Chain.Product} {string.Join(' ', _place.Chain.Bags.Select(bag => bag.State))}{(_place.Chain.CurrentCollection is { Bags: 2, State: not CollectionState.Used } ? " two" : "")}";
        Odd.AddRange(
            from dishonest in Inputs.Dishonest(step, facts with { Chain = _place.Chain })
            select new OddTry(step, target, dishonest, $"{situation} {dishonest.Name}", IsStray: false));
    }

    private void Refused(Step step, string target, Input input, IReadOnlyList<string> codes)
    {
        if (WitnessOf(_place, step, target, input, codes) is { } found)
        {
            Witnesses.Add(found);
        }
    }

    private void GoTo(Place place) => Next.Add((place, Abstraction.Of(place)));

    private static Facts FactsOf(Place place, string target) => new() { Chain = place.Chain, Target = target, Settings = place.InForce, Now = place.Now };

    /// <summary>Nothing else of what is asked beforehand stands in the way, where the one reason keeps the rest from being asked.</summary>
    private static bool IsAlone(Place place, Step step, string target, string code)
    {
        var facts = FactsOf(place, target);
        return step.Gates.All(gate => gate.Code == code || gate.Holds(facts)) && Moves.Stuck(step, facts) == (code == "wrong-state" ? 1 : 0);
    }
}
