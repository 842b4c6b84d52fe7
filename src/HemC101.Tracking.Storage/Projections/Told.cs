using System.Text.Json;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the journal of a person or a house thing says of one property, the last entry that names it.</summary>
internal static class Told
{
    /// <param name="journal">Oldest first.</param>
    /// <param name="names">The property; its name differs between kinds of entries.</param>
    /// <returns>As JSON; null when no entry names it.</returns>
    public static JsonElement? Last(IReadOnlyList<LedgerEntry> journal, params ReadOnlySpan<string> names)
    {
        JsonElement? told = null;
        foreach (var entry in journal)
        {
            using var data = JsonDocument.Parse(entry.Data);
            foreach (var name in names)
            {
                if (data.RootElement.TryGetProperty(name, out var value))
                {
                    told = value.Clone();
                }
            }
        }

        return told;
    }
}
