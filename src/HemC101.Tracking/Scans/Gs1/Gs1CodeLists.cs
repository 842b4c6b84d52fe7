using System.Collections.Frozen;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>The lists of countries, currencies and packages, from <c>code-lists.txt</c>.</summary>
internal static class Gs1CodeLists
{
    private static readonly FrozenDictionary<Gs1Check, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Lists = Load();

    /// <param name="list">Country, country of two letters, currency or package.</param>
    public static bool Has(Gs1Check list, ReadOnlySpan<char> code) => Lists[list].Contains(code);

    private static FrozenDictionary<Gs1Check, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Load()
    {
        var lists = new Dictionary<Gs1Check, List<string>>();
        List<string>? open = null;
        foreach (var line in Gs1Resource.Lines("code-lists.txt"))
        {
            if (line.StartsWith('['))
            {
                lists.Add(Enum.Parse<Gs1Check>(line[1..line.IndexOf(':', StringComparison.Ordinal)], ignoreCase: true), open = []);
            }
            else
            {
                open!.AddRange(line.Split(' '));
            }
        }

        return lists.ToFrozenDictionary(
            list => list.Key, list => list.Value.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());
    }
}
