using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>Fallback sets: each is a stream of the ledger, found by its donation number, and nothing beside it but its two prints.</summary>
public static class FallbackSets
{
    /// <summary>Counts of the shelf.</summary>
    public const string CountStream = "fallback-count";

    private const string Prefix = "fallback/";

    public static string StreamOf(DonationNumber donation) => $"{Prefix}{donation}";

    /// <returns>In the order of their donation numbers.</returns>
    public static async Task<IReadOnlyList<DonationNumber>> ListAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var streams = await source.QueryAsync<string>(
            "select stream from stream_head where stream like @like order by stream", new { like = Prefix + "%" }, ct);
        return [.. streams.Select(stream => DonationNumber.Parse(stream[Prefix.Length..]))];
    }
}
