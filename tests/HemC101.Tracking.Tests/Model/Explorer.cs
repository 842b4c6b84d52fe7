namespace HemC101.Tracking.Tests.Model;

/// <summary>A state in which a try is refused for exactly one reason: who takes the reason away changes what happens.</summary>
internal sealed record Witness(Place Place, string Target, Input Input);

/// <summary>Breadth first from enrolment over every reachable state, with every step in each. States of one wave are tried side by side, and what was found is taken up in their order.</summary>
internal sealed class Explorer(Moves moves)
{
    private const int WitnessesPerReason = 40;
    private const int Wave = 256;

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
        Know(from ?? Place.Start, Abstraction.Of(from ?? Place.Start));
        while (Expanded < Places.Count && Expanded < most)
        {
            var wave = Places.Skip(Expanded).Take(Math.Min(Wave, most - Expanded)).ToList();
            foreach (var found in wave.AsParallel().AsOrdered().Select(place => Expansion.Of(place, moves)))
            {
                TakeUp(found, Expanded++);
            }
        }

        return this;
    }

    private void TakeUp(Expansion found, int at)
    {
        Tries += found.Tries;
        Broken.AddRange(found.Broken);
        Taken.UnionWith(found.Taken);
        foreach (var (key, witness) in found.Witnesses)
        {
            Keep(key, witness);
        }

        foreach (var (place, line) in found.Next)
        {
            var to = Know(place, line);
            if (to != at)
            {
                Ways.Add((at, to));
            }
        }

        foreach (var odd in found.Odd.Where(odd => (odd.IsStray ? _strayed : _situations).Add(odd.Situation)))
        {
            TryOdd(Places[at], odd);
        }
    }

    /// <summary>Once for each situation: what one may not get away with does not depend on more.</summary>
    private void TryOdd(Place place, OddTry odd)
    {
        switch (Play.Of(place, odd.Step, odd.Target, odd.Input))
        {
            case Played.Refused refused when Expansion.WitnessOf(place, odd.Step, odd.Target, odd.Input, refused.Codes) is { } found:
                Keep(found.Key, found.Witness);
                break;
            case Played.Went went:
                Broken.Add(odd.IsStray ? $"taken although no machine knows it: {went.To.Way}" : $"taken {odd.Input.Name}: {went.To.Way}");
                break;
        }
    }

    private void Keep((string StepId, string Code) key, Witness witness)
    {
        var found = Witnesses.TryGetValue(key, out var list) ? list : Witnesses[key] = [];
        if (found.Count < WitnessesPerReason)
        {
            found.Add(witness);
        }
    }

    private int Know(Place place, string line)
    {
        if (!_known.TryGetValue(line, out var at))
        {
            at = Places.Count;
            _known[line] = at;
            Places.Add(place);
        }

        return at;
    }
}
