using System.Text;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>A text cut at the identifiers in it, so that it can be cast again and again with others in their place.</summary>
internal sealed class Mould
{
    private readonly List<(string Text, Func<int, string>? Made)> _parts = [];

    /// <param name="text">As one participant left it.</param>
    /// <param name="made">What each identifier becomes for the n-th copy.</param>
    public Mould(string text, IReadOnlyList<KeyValuePair<string, Func<int, string>>> made)
    {
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var found = made.FirstOrDefault(token => string.CompareOrdinal(text, at, token.Key, 0, token.Key.Length) == 0);
            if (found.Key is null)
            {
                at++;
                continue;
            }

            _parts.Add((text[from..at], null));
            _parts.Add(("", found.Value));
            from = at += found.Key.Length;
        }

        _parts.Add((text[from..], null));
    }

    public string Cast(int n)
    {
        if (_parts is [(var whole, _)])
        {
            return whole;
        }

        var cast = new StringBuilder();
        foreach (var (text, made) in _parts)
        {
            cast.Append(made is null ? text : made(n));
        }

        return cast.ToString();
    }
}
