namespace HemC101.Tracking.Scans.Gs1;

/// <summary>
/// Every way to cut a text in which no GS is left, under one supposition of what became of it on the way: the scanner does the same
/// to every separator. Two ways are enough to know that the text says nothing certain; so is one that rests on a separator which left
/// no trace behind a value of open length, or an identifier that a second symbol may begin with.
/// </summary>
internal ref struct Gs1Search
{
    /// <summary>What GS becomes when the scanner sends Alt codes and the station swallows Alt.</summary>
    private const string AltCode = "029";

    /// <summary>A text that needs more steps is as good as ambiguous.</summary>
    private const int MostSteps = 500;

    private readonly ReadOnlySpan<char> _text;
    private ReadOnlySpan<char> _instead;
    private Gs1Slices _path;
    private Gs1Slices _found;
    private int _replaced;
    private int _vanished;
    private int _steps;

    private Gs1Search(ReadOnlySpan<char> text) => _text = text;

    /// <summary>0, 1, or more: nothing certain.</summary>
    public int Ways { get; private set; }

    public readonly Gs1Slices Found => _found;

    /// <param name="replacement">What the scanner was set to send; null when nothing is known, and GS may be lost or an Alt code.</param>
    public static Gs1Search Over(ReadOnlySpan<char> text, char? replacement)
    {
        var search = new Gs1Search(text);
        if (replacement is { } sent)
        {
            search.Suppose([sent]);
        }
        else
        {
            search.Suppose("");
            search.Suppose(AltCode);
        }

        return search;
    }

    private void Suppose(scoped ReadOnlySpan<char> instead)
    {
        _instead = instead.ToString();
        From(0);
    }

    private void From(int at)
    {
        if (Ways >= 2 || ++_steps > MostSteps)
        {
            Ways = 2;
            return;
        }

        if (at == _text.Length)
        {
            Arrive();
            return;
        }

        if (Gs1Table.At(_text[at..]) is not { } ai)
        {
            return;
        }

        if (_path.Has(ai))
        {
            Ways = ai.IsProvenAt(_text[at..]) ? 2 : Ways;
            return;
        }

        var start = at + ai.Code.Length;
        var longest = Math.Min(ai.Longest, _text.Length - start);
        for (var length = ai.Shortest; length <= longest && Ways < 2; length++)
        {
            if (ai.Fault(_text.Slice(start, length)) is null && _path.TryPush(new Gs1Slice(ai, start, length)))
            {
                Follow(ai, start + length);
                _path.Pop();
            }
        }
    }

    /// <summary>Where a separator must stand, what is supposed in its place must stand; after a predefined length it may.</summary>
    private void Follow(Gs1Ai ai, int end)
    {
        if (end == _text.Length || !ai.NeedsSeparator || _instead.IsEmpty)
        {
            var vanished = end < _text.Length && ai.NeedsSeparator && !ai.IsFixed ? 1 : 0;
            _vanished += vanished;
            From(end);
            _vanished -= vanished;
        }

        if (!_instead.IsEmpty && _text.Length - end > _instead.Length && _text[end..].StartsWith(_instead))
        {
            _replaced++;
            From(end + _instead.Length);
            _replaced--;
        }
    }

    /// <summary>A way without any separator is the same under every supposition.</summary>
    private void Arrive()
    {
        if (_path.Count == 0 || Gs1Partners.Fault(_path) is not null || (_instead is AltCode && _replaced == 0))
        {
            return;
        }

        _found = _path;
        Ways += _vanished > 0 ? 2 : 1;
    }
}
