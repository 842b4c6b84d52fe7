using System.Text.Json;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the journal of a person or a house thing says of one property, the last entry that names it.</summary>
internal static class Told
{
    /// <returns>Of all streams of a kind, what stands after the kind's name, in order.</returns>
    public static async Task<IReadOnlyList<string>> KeysAsync(Source source, string prefix, CancellationToken ct)
    {
        var streams = await source.QueryAsync<string>("select stream from stream_head where stream like @like order by stream", new { like = prefix + "%" }, ct);
        return [.. streams.Select(stream => stream[prefix.Length..])];
    }

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
