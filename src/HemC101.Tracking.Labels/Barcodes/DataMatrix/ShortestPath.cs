namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>
/// The fewest codewords that bring a message from its beginning to each place, for each encodation one may be in there. C40 and Text stand
/// there three times: with none, one or two values of the next three at hand.
/// </summary>
internal sealed class ShortestPath
{
    private const int States = 8;
    private const int Far = int.MaxValue / 2;

    private readonly Message _message;
    private readonly Cell[] _cells;
    private readonly Base256Starts _starts;

    public ShortestPath(Message message)
    {
        _message = message;
        _starts = new Base256Starts(at => Cost(at, Encodation.Ascii));
        _cells = new Cell[(message.Length + 1) * States];
        Array.Fill(_cells, new Cell(Far, 0, Encodation.Ascii));
        At(0, Encodation.Ascii) = new Cell(message.IsGs1 ? 1 : 0, 0, Encodation.Ascii);
        for (var at = 0; at <= message.Length; at++)
        {
            Change(at);
            if (at < message.Length)
            {
                Advance(at);
            }
        }
    }

    /// <summary>Codewords up to there, FNC1 of GS1 and latches included; values that do not fill a triplet yet are not counted.</summary>
    /// <param name="values">0 to 2 values at hand, in C40 and Text.</param>
    public int Cost(int at, Encodation encodation, int values = 0) => At(at, encodation, values).Cost;

    /// <summary>A last Base 256 stretch that names no length and so runs to the end of the symbol.</summary>
    public (int Cost, int Start) OpenBase256 => _starts.Open(_message.Length);

    /// <returns>In order; none is empty.</returns>
    public List<Segment> Back(int at, Encodation encodation, int values = 0)
    {
        var segments = new List<Segment>();
        while (at > 0)
        {
            var cell = At(at, encodation, values);
            if (cell.Start < at)
            {
                segments.Add(new Segment(encodation, cell.Start, at));
            }

            (at, encodation, values) = (cell.Start, cell.Before, 0);
        }

        segments.Reverse();
        return segments;
    }

    /// <summary>From one encodation to another, between two characters. Base 256 ends by its length; only ASCII latches.</summary>
    private void Change(int at)
    {
        ref var ascii = ref At(at, Encodation.Ascii);
        Shorten(ref ascii, Cost(at, Encodation.Base256), at, Encodation.Base256);
        Shorten(ref ascii, Cost(at, Encodation.C40) + 1, at, Encodation.C40);
        Shorten(ref ascii, Cost(at, Encodation.Text) + 1, at, Encodation.Text);
        Shorten(ref At(at, Encodation.C40), ascii.Cost + 1, at, Encodation.Ascii);
        Shorten(ref At(at, Encodation.Text), ascii.Cost + 1, at, Encodation.Ascii);
    }

    /// <summary>By one character, or by two digits.</summary>
    private void Advance(int at)
    {
        var character = _message[at];
        Extend(at, at + 1, Encodation.Ascii, 0, 0, character is > 127 and not Message.Fnc1 ? 2 : 1);
        if (_message.IsDigitPair(at))
        {
            Extend(at, at + 2, Encodation.Ascii, 0, 0, 1);
        }

        foreach (var encodation in (ReadOnlySpan<Encodation>)[Encodation.C40, Encodation.Text])
        {
            var more = TripletValues.Of(encodation, character).Length;
            for (var values = 0; values < 3; values++)
            {
                Extend(at, at + 1, encodation, values, (values + more) % 3, (values + more) / 3 * 2);
            }
        }

        _starts.Advance(at, passable: character != Message.Fnc1);
        var (cost, start) = _starts.Best(at + 1);
        Shorten(ref At(at + 1, Encodation.Base256), cost, start, Encodation.Ascii);
    }

    private void Extend(int at, int to, Encodation encodation, int values, int valuesThen, int codewords)
    {
        var cell = At(at, encodation, values);
        Shorten(ref At(to, encodation, valuesThen), cell.Cost + codewords, cell.Start, cell.Before);
    }

    private static void Shorten(ref Cell cell, int cost, int start, Encodation before)
    {
        if (cost < cell.Cost)
        {
            cell = new Cell(cost, start, before);
        }
    }

    private ref Cell At(int at, Encodation encodation, int values = 0) => ref _cells[(at * States) + State(encodation) + values];

    private static int State(Encodation encodation) => encodation switch
    {
        Encodation.Ascii => 0,
        Encodation.C40 => 1,
        Encodation.Text => 4,
        Encodation.Base256 => 7,
    };

    /// <param name="Start">Where the stretch in this encodation began.</param>
    /// <param name="Before">The encodation before that.</param>
    private readonly record struct Cell(int Cost, int Start, Encodation Before);
}
