using System.Globalization;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>Inventory counts: each is a stream of the ledger and nothing beside it.</summary>
public static class Counts
{
    private const string Prefix = "count/";

    public static string StreamOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D6}");

    /// <returns>The numbers of the latest, the newest first.</returns>
    public static async Task<IReadOnlyList<int>> ListAsync(Source source, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var streams = await source.QueryAsync<string>(
            "select stream from stream_head where stream like @like order by stream desc limit @most", new { like = Prefix + "%", most }, ct);
        return [.. streams.Select(stream => int.Parse(stream[Prefix.Length..], CultureInfo.InvariantCulture))];
    }
}
