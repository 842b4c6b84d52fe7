namespace HemC101.Tracking.Labels.Barcodes.Linear;

/// <summary>The start, code and shift characters that make a symbol of ISO/IEC 15417 as short as it can be.</summary>
internal sealed class Code128Subsets
{
    private const int StartA = 103;
    private const int CodeA = 101;
    private const int Shift = 98;
    private const int Fnc1 = 102;

    // Where two ways are equally long the earlier of these wins: ISBT 128 starts in B.
    private static readonly Subset[] All = [Subset.B, Subset.A, Subset.C];

    private readonly Message _message;

    /// <summary>The ways from each place on, by the subset one comes in.</summary>
    private readonly Way[,] _ways;

    private Code128Subsets(Message message)
    {
        _message = message;
        _ways = new Way[message.Length + 1, All.Length];
        for (var at = message.Length - 1; at >= 0; at--)
        {
            foreach (var subset in All)
            {
                _ways[at, (int)subset] = Shortest(at, subset);
            }
        }
    }

    private enum Subset
    {
        A,
        B,
        C,
    }

    private enum Step
    {
        Stay,
        Shift,
        Switch,
    }

    /// <summary>The start character, then the data with its switches of subset.</summary>
    public static IReadOnlyList<int> Values(Message message) => [.. new Code128Subsets(message).Values()];

    private IEnumerable<int> Values()
    {
        var subset = All.MinBy(subset => _ways[0, (int)subset].Rest);
        yield return StartA + (int)subset;
        if (_message.IsGs1)
        {
            yield return Fnc1;
        }

        for (var at = 0; at < _message.Length;)
        {
            var way = _ways[at, (int)subset];
            if (way.Step != Step.Stay)
            {
                yield return way.Step == Step.Shift ? Shift : CodeA - (int)way.Through;
            }

            yield return Value(at, way.Through);
            at += Taken(at, way.Through);
            subset = way.Step == Step.Shift ? subset : way.Through;
        }
    }

    private Way Shortest(int at, Subset from)
    {
        var best = new Way(Step.Stay, from, int.MaxValue);
        foreach (var to in All)
        {
            if (!Holds(at, to))
            {
                continue;
            }

            var next = at + Taken(at, to);
            best = best.Or(new Way(to == from ? Step.Stay : Step.Switch, to, (to == from ? 1 : 2) + _ways[next, (int)to].Rest));
            if (to != from && to != Subset.C && from != Subset.C)
            {
                best = best.Or(new Way(Step.Shift, to, 2 + _ways[next, (int)from].Rest));
            }
        }

        return best;
    }

    private bool Holds(int at, Subset subset) => subset switch
    {
        Subset.A => _message[at] is < '`' or Message.Fnc1,
        Subset.B => _message[at] >= ' ',
        Subset.C => _message[at] == Message.Fnc1 || _message.IsDigitPair(at),
    };

    private int Taken(int at, Subset subset) => subset == Subset.C && _message[at] != Message.Fnc1 ? 2 : 1;

    private int Value(int at, Subset subset) => (_message[at], subset) switch
    {
        (Message.Fnc1, _) => Fnc1,
        (_, Subset.C) => _message.DigitPair(at),
        ( < ' ', _) => _message[at] + 64,
        _ => _message[at] - ' ',
    };

    /// <param name="Through">The subset that the next character is written in.</param>
    /// <param name="Rest">Symbol characters from here to the end of the data.</param>
    private readonly record struct Way(Step Step, Subset Through, int Rest)
    {
        public Way Or(Way other) => other.Rest < Rest || (other.Rest == Rest && other.Step == Step.Stay) ? other : this;
    }
}
