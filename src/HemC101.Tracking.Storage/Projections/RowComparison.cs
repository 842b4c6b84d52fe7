using System.Data;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Rows as they should be against rows as they are.</summary>
internal static class RowComparison
{
    /// <param name="owner">Named where a row cannot even be read.</param>
    /// <returns>The first that does not agree, by key; null when all do.</returns>
    public static Task<DivergedRow?> FindAsync<T>(
        string table, string owner, IEnumerable<T> expected, Func<Task<IReadOnlyList<T>>> read, Func<T, string> keyOf)
        where T : class =>
        LegibleAsync(table, owner, async () => Find(table, expected, await read(), keyOf));

    /// <summary>A value that this version could never have written is a changed one.</summary>
    public static async Task<DivergedRow?> LegibleAsync(string table, string owner, Func<Task<DivergedRow?>> check)
    {
        try
        {
            return await check();
        }
        catch (DataException)
        {
            return new(table, owner, Divergence.Changed);
        }
    }

    private static DivergedRow? Find<T>(string table, IEnumerable<T> expected, IEnumerable<T> actual, Func<T, string> keyOf)
        where T : class
    {
        var left = actual.ToDictionary(keyOf);
        foreach (var row in expected.OrderBy(keyOf, StringComparer.Ordinal))
        {
            if (!left.Remove(keyOf(row), out var found))
            {
                return new(table, keyOf(row), Divergence.Missing);
            }

            if (!found.Equals(row))
            {
                return new(table, keyOf(row), Divergence.Changed);
            }
        }

        return left.Count == 0 ? null : new(table, left.Keys.Min(StringComparer.Ordinal)!, Divergence.Foreign);
    }
}
