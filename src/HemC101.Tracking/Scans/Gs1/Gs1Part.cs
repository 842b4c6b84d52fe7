using System.Globalization;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>One part of a value: its characters, its length, what it is checked for.</summary>
/// <param name="Set">n, x, y or z: see <see cref="Gs1Characters"/>.</param>
internal sealed record Gs1Part(char Set, int Shortest, int Longest, bool Optional, Gs1Check[] Checks)
{
    /// <param name="text">As in the data file: <c>n14:mod10</c>, <c>x..20</c>, <c>n3:country?</c>.</param>
    public static Gs1Part Parse(string text)
    {
        var optional = text.EndsWith('?');
        var halves = text.TrimEnd('?').Split(':');
        var ranged = halves[0][1..].StartsWith("..", StringComparison.Ordinal);
        var longest = int.Parse(halves[0][(ranged ? 3 : 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        var checks = halves.Length == 1 ? [] : halves[1].Split(',').Select(name => Enum.Parse<Gs1Check>(name, ignoreCase: true));
        return new Gs1Part(halves[0][0], ranged ? 1 : longest, longest, optional, [.. checks]);
    }

    /// <returns>Null when the text is a good part.</returns>
    public Gs1Check? Fault(ReadOnlySpan<char> text)
    {
        if (text.Length < Shortest || text.Length > Longest)
        {
            return Gs1Check.Length;
        }

        if (!Gs1Characters.Allows(Set, text))
        {
            return Gs1Check.Characters;
        }

        foreach (var check in Checks)
        {
            if (!Gs1Checks.Holds(check, text))
            {
                return check;
            }
        }

        return null;
    }
}
