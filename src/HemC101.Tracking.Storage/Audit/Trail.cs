using System.Data;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Audit;

/// <summary>
/// The ledger across its streams, by the clock of the server; what was recorded in the same millisecond stands in the order of positions.
/// Every filter walks an index, whatever it is combined with.
/// </summary>
public static class Trail
{
    private const string Columns =
        "position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash";

    private const string Newest = "recorded_at desc, position desc";
    private const string Oldest = "recorded_at, position";

    /// <param name="source">Where to read.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="before">Exclusive: the position of the last entry that is known already; null begins with the newest.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Newest first; empty also when nothing ever stood at that position.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not what was written.</exception>
    public static async Task<IReadOnlyList<LedgerEntry>> ListAsync(Source source, TrailFilter filter, long? before, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var at = before is null ? null : await RecordedAtAsync(source, before.Value, ct);
        return before is not null && at is null
            ? []
            : await ReadAsync(source, filter, new Place(before, at), Newest, limit, ct);
    }

    /// <returns>Null when nothing fits the filter.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not what was written.</exception>
    public static async Task<LedgerEntry?> FindNewestAsync(Source source, TrailFilter filter, CancellationToken ct) =>
        await ListAsync(source, filter, null, 1, ct) is [var newest] ? newest : null;

    /// <returns>Null when nothing fits the filter.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not what was written.</exception>
    public static async Task<LedgerEntry?> FindOldestAsync(Source source, TrailFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(filter);
        return await ReadAsync(source, filter, new Place(null, null), Oldest, 1, ct) is [var oldest] ? oldest : null;
    }

    /// <returns>How far the ledger reaches; 0 while it is empty.</returns>
    public static Task<long> LastPositionAsync(Source source, CancellationToken ct) =>
        source.GetAsync<long>("select position from ledger_head where one = 1", null, ct);

    private static Task<DateTimeOffset?> RecordedAtAsync(Source source, long position, CancellationToken ct) =>
        source.FindAsync<DateTimeOffset?>("select recorded_at from ledger where position = @position", new { position }, ct);

    private static async Task<IReadOnlyList<LedgerEntry>> ReadAsync(Source source, TrailFilter filter, Place place, string order, int limit, CancellationToken ct)
    {
        try
        {
            var entries = await source.QueryAsync<LedgerEntry>(
                $"""
                select {Columns}
                  from ledger
                 where {Conditions(filter, place)}
                 order by {order}
                 limit @limit
                """,
                new
                {
                    filter.Stream,
                    filter.Actor,
                    filter.Station,
                    filter.Type,
                    filter.From,
                    filter.Until,
                    filter.UpTo,
                    place.Before,
                    place.At,
                    limit,
                },
                ct);
            return entries.FirstOrDefault(entry => LedgerHash.Of(entry) != entry.Hash) is { } altered
                ? throw new DatabaseUnusableException(DatabaseReasons.Altered.With(altered.Version, altered.Stream))
                : entries;
        }
        catch (DataException e)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Altered.With("?", "ledger"), e);
        }
    }

    /// <summary>Only what is asked for is said: an index is chosen before any value is known.</summary>
    private static string Conditions(TrailFilter filter, Place place) => string.Join(
        " and ",
        new[]
        {
            "true",
            filter.Stream is null ? null : "stream = @Stream",
            filter.Actor is null ? null : "actor = @Actor",
            filter.Station is null ? null : "station = @Station",
            filter.Type is null ? null : "type = @Type",
            filter.From is null ? null : "recorded_at >= @From",
            filter.Until is null ? null : "recorded_at < @Until",
            filter.UpTo is null ? null : "position <= @UpTo",
            place.Before is null ? null : "(recorded_at, position) < (@At, @Before)",
        }.OfType<string>());

    private sealed record Place(long? Before, DateTimeOffset? At);
}
