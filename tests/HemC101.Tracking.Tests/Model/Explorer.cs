using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>A state in which a try is refused for exactly one reason: who takes the reason away changes what happens.</summary>
internal sealed record Witness(Place Place, string Target, Input Input);

/// <summary>Breadth first from enrolment over every reachable state, with every step in each.</summary>
internal sealed class Explorer(Moves moves)
{
    private const int WitnessesPerReason = 40;

    private readonly Dictionary<string, int> _known = [];
    private readonly HashSet<string> _situations = [];
    private readonly HashSet<string> _strayed = [];

    public List<Place> Places { get; } = [];

    public List<(int From, int To)> Ways { get; } = [];

    public long Tries { get; private set; }

    /// <summary>What went wrong, with the way that led there.</summary>
    public List<string> Broken { get; } = [];

    public Dictionary<(string StepId, string Code), List<Witness>> Witnesses { get; } = [];

    /// <summary>Which step was taken at all.</summary>
    public HashSet<string> Taken { get; } = [];

    /// <summary>In how many of the states everything was tried; in all of them, unless there were too many.</summary>
    public int Expanded { get; private set; }

    public bool IsWhole => Expanded == Places.Count;

    /// <param name="most">States that are followed.</param>
    /// <param name="from">Null for the enrolment.</param>
    public Explorer Run(int most, Place? from = null)
    {
        Add(from ?? Place.Start, null);
        for (; Expanded < Places.Count && Expanded < most; Expanded++)
        {
            Expand(Expanded);
        }

        return this;
    }

    private void Expand(int at)
    {
        var place = Places[at];
        if (!moves.GoesOn(place.Chain))
        {
            return;
        }

        foreach (var step in StepCatalogue.All)
        {
            foreach (var target in moves.TargetsOf(step, place.Chain))
            {
                Try(at, step, target);
            }
        }

        foreach (var later in Moves.Later(place).Concat(Moves.WrongScans(place)))
        {
            Add(later, at);
        }
    }

    private void Try(int at, Step step, string target)
    {
        var place = Places[at];
        var facts = new Facts { Chain = place.Chain, Target = target, Settings = place.InForce, Now = place.Now };
        Tries++;
        if (!Moves.CanFire(step, facts))
        {
            Stray(place, step, target);
            return;
        }

        var obstacles = RuleBook.Obstacles(step, facts);
        if (Promises.OfHolds(step, facts, obstacles) is { } broken)
        {
            Broken.Add($"{broken}: {place.Way} > {step.Id} {target}");
        }

        if (obstacles.Count > 0)
        {
            Refused(place, step, target, Input.Good, [.. obstacles.Select(obstacle => obstacle.Code)]);
            return;
        }

        foreach (var input in Inputs.For(step, facts).Where(input => moves.Tries(step, facts, input)))
        {
            Take(at, step, target, input);
        }
    }

    private void Take(int at, Step step, string target, Input input)
    {
        var place = Places[at];
        switch (Play.Of(place, step, target, input))
        {
            case Played.Refused refused:
                Refused(place, step, target, input, refused.Codes);
                break;
            case Played.Went went:
                Broken.AddRange(Promises.Broken(went.Transition).Select(promise => $"{promise}: {went.To.Way}"));
                Taken.Add(step.Id);
                if (moves.Follows(step, went.Transition))
                {
                    Add(went.To, at);
                }

                Dishonest(place, step, target, went.Transition.Facts, input);
                break;
        }
    }

    /// <summary>Once for each combination of product and bags: what one may not get away with does not depend on more.</summary>
    private void Dishonest(Place place, Step step, string target, Facts facts, Input input)
    {
        var situation = $"{step.Id} {target} {place.Chain.Product} {string.Join(' ', place.Chain.Bags.Select(bag => bag.State))}{(place.Chain.CurrentCollection is { Bags: 2, State: not CollectionState.Used } ? " two" : "")}";
        var dishonesties = input == Input.Good ? Inputs.Dishonest(step, facts with { Chain = place.Chain }) : [];
        foreach (var dishonest in dishonesties.Where(dishonest => _situations.Add($"{situation} {dishonest.Name}")))
        {
            switch (Play.Of(place, step, target, dishonest))
            {
                case Played.Refused refused:
                    Refused(place, step, target, dishonest, refused.Codes);
                    break;
                case Played.Went went:
                    Broken.Add($"taken {dishonest.Name}: {went.To.Way}");
                    break;
            }
        }
    }

    private void Refused(Place place, Step step, string target, Input input, IReadOnlyList<string> codes)
    {
        if (codes.Count == 1 && codes[0] is { } code && IsAlone(place, step, target, code))
        {
            var key = (step.Id, code == "scan-missing" || code == "signature-missing" ? $"{code} {input.Name}" : code);
            var found = Witnesses.TryGetValue(key, out var list) ? list : Witnesses[key] = [];
            if (found.Count < WitnessesPerReason)
            {
                found.Add(new(place, target, input));
            }
        }
    }

    /// <summary>Nothing else of what is asked beforehand stands in the way, where the one reason keeps the rest from being asked.</summary>
    private static bool IsAlone(Place place, Step step, string target, string code)
    {
        var facts = new Facts { Chain = place.Chain, Target = target, Settings = place.InForce, Now = place.Now };
        return step.Gates.All(gate => gate.Code == code || gate.Holds(facts)) && Moves.Stuck(step, facts) == (code == "wrong-state" ? 1 : 0);
    }

    /// <summary>No machine knows the trigger here; one such try of each kind is made to the end.</summary>
    private void Stray(Place place, Step step, string target)
    {
        var bag = place.Chain.Bags.Find(item => item.Id.ToString() == target);
        if (!_strayed.Add($"{step.Id} {target} {place.Chain.Product} {bag?.State} {place.Chain.CurrentBatch?.State} {place.Chain.CurrentBatch?.CurrentUnit} {place.Chain.Bags.Count}"))
        {
            return;
        }

        switch (Play.Of(place, step, target, Input.Good))
        {
            case Played.Refused refused:
                Refused(place, step, target, Input.Good, refused.Codes);
                break;
            case Played.Went went:
                Broken.Add($"taken although no machine knows it: {went.To.Way}");
                break;
        }
    }

    private void Add(Place place, int? from)
    {
        var line = Abstraction.Of(place);
        if (!_known.TryGetValue(line, out var at))
        {
            at = Places.Count;
            _known[line] = at;
            Places.Add(place);
        }

        if (from is { } before && before != at)
        {
            Ways.Add((before, at));
        }
    }
}
