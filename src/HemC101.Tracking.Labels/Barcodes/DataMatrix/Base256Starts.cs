namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>Where a Base 256 stretch that ends here had best begun: its length takes one codeword up to 249 bytes and two beyond.</summary>
/// <param name="ascii">Codewords up to a place, in ASCII there.</param>
internal sealed class Base256Starts(Func<int, int> ascii)
{
    public const int LongestShort = 249;

    private const int None = -1;

    private int _first;
    private int _short = None;
    private int _long = None;

    /// <summary>Lets a stretch begin before the character at <paramref name="at"/>, unless that character cannot stand in one.</summary>
    public void Advance(int at, bool passable)
    {
        if (!passable)
        {
            (_first, _short, _long) = (at + 1, None, None);
            return;
        }

        _short = Better(_short, at);
        var leaving = at - LongestShort;
        if (leaving >= _first)
        {
            _long = Better(_long, leaving);
            if (_short == leaving)
            {
                _short = Enumerable.Range(leaving + 1, LongestShort).Aggregate(None, Better);
            }
        }
    }

    /// <summary>The whole cost of a stretch with its length that ends before <paramref name="end"/>.</summary>
    public (int Cost, int Start) Best(int end)
    {
        var (shortCost, longCost) = (Cost(_short, end, lengthField: 1), Cost(_long, end, lengthField: 2));
        return longCost < shortCost ? (longCost, _long) : (shortCost, _short);
    }

    /// <summary>The same for a stretch to the end of the symbol, whose length field is a zero.</summary>
    public (int Cost, int Start) Open(int end)
    {
        var start = _long == None ? _short : Better(_long, _short);
        return (Cost(start, end, lengthField: 1), start);
    }

    private int Better(int one, int other) => one == None || ascii(other) - other < ascii(one) - one ? other : one;

    private int Cost(int start, int end, int lengthField) => start == None ? int.MaxValue / 2 : ascii(start) + 1 + lengthField + end - start;
}
