namespace HemC101.Tracking.Scans.Gs1;

/// <summary>
/// Every way to cut a text that came without separators, as though any separator might have been lost or replaced on the way.
/// Two ways are enough to know that the text says nothing certain.
/// </summary>
internal ref struct Gs1Search
{
    /// <summary>What GS becomes when the scanner sends Alt codes and the station swallows Alt.</summary>
    private const string AltCode = "029";

    /// <summary>A text that needs more steps is as good as ambiguous.</summary>
    private const int MostSteps = 5_000;

    private readonly ReadOnlySpan<char> _text;
    private readonly char? _replacement;
    private Gs1Slices _path;
    private Gs1Slices _found;
    private int _steps;

    private Gs1Search(ReadOnlySpan<char> text, char? replacement)
    {
        _text = text;
        _replacement = replacement;
    }

    /// <summary>0, 1, or 2 for two and more.</summary>
    public int Ways { get; private set; }

    public readonly Gs1Slices Found => _found;

    public static Gs1Search Over(ReadOnlySpan<char> text, char? replacement)
    {
        var search = new Gs1Search(text, replacement);
        search.From(0);
        return search;
    }

    private void From(int at)
    {
        if (Ways == 2 || ++_steps > MostSteps)
        {
            Ways = 2;
            return;
        }

        if (at == _text.Length)
        {
            Arrive();
            return;
        }

        if (Gs1Table.At(_text[at..]) is not { } ai || _path.Has(ai))
        {
            return;
        }

        var start = at + ai.Code.Length;
        var longest = Math.Min(ai.Longest, _text.Length - start);
        for (var length = ai.Shortest; length <= longest && Ways < 2; length++)
        {
            if (ai.Fault(_text.Slice(start, length)) is null)
            {
                Follow(new Gs1Slice(ai, start, length));
            }
        }
    }

    /// <summary>After a value: the next element at once, or after what stands there in place of a separator.</summary>
    private void Follow(Gs1Slice slice)
    {
        if (!_path.TryPush(slice))
        {
            return;
        }

        From(slice.End);
        var rest = _text[slice.End..];
        if (rest.Length > AltCode.Length && rest.StartsWith(AltCode))
        {
            From(slice.End + AltCode.Length);
        }

        if (_replacement is { } replacement && rest.Length > 1 && rest[0] == replacement)
        {
            From(slice.End + 1);
        }

        _path.Pop();
    }

    private void Arrive()
    {
        if (_path.Count > 0 && Gs1Partners.Fault(_path) is null)
        {
            _found = _path;
            Ways++;
        }
    }
}
