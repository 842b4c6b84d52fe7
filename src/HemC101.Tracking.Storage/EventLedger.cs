using System.Data;
using System.Data.Common;
using Dapper;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Storage;

/// <summary>The append-only ledger; every stream is a chain of hashes.</summary>
public static class EventLedger
{
    internal const string InsertRow =
        """
        insert into ledger (position, stream, version, type, schema_version, occurred_at, recorded_at,
                            actor, station, data, previous_hash, hash)
        values (@Position, @Stream, @Version, @Type, @SchemaVersion, @OccurredAt, @RecordedAt,
                @Actor, @Station, @Data, @PreviousHash, @Hash)
        """;

    /// <returns>In the order of versions; empty when nothing was ever written to the stream.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not what was written.</exception>
    public static async Task<IReadOnlyList<LedgerEntry>> ReadStreamAsync(Source source, string stream, CancellationToken ct) =>
        (await ReadStreamAsync(source, stream, Reached.Nothing, ct))!;

    /// <summary>Every hash is followed: an entry that somebody or a failing disk has changed is never shown.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="stream">Whose entries.</param>
    /// <param name="known">What is known already, and is not read again.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>In the order of versions; null when the stream is no longer, or not yet, the one that is known.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not what was written.</exception>
    public static async Task<IReadOnlyList<LedgerEntry>?> ReadStreamAsync(Source source, string stream, Reached known, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.RestOn(stream);
        try
        {
            var (head, entries) = await ReadWithHeadAsync(source, stream, known.Version, ct);
            return !known.IsContinued(head?.Head, entries) ? null
                : StreamCheck.FirstUnfit(entries, known.Version, head?.Head) is { } unfit ? throw new DatabaseUnusableException(DatabaseReasons.Altered.With(unfit, stream))
                : entries;
        }
        catch (DataException e)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Altered.With("?", stream), e);
        }
    }

    /// <param name="source">Where to read.</param>
    /// <param name="position">Exclusive; 0 reads from the beginning.</param>
    /// <param name="limit">At most so many entries.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<IReadOnlyList<LedgerEntry>> ReadAfterAsync(Source source, long position, int limit, CancellationToken ct) =>
        source.QueryAsync<LedgerEntry>(
            """
            select position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash
              from ledger
             where position > @position
             order by position
             limit @limit
            """,
            new { position, limit },
            ct);

    /// <summary>
    /// Nobody else appends before this unit of work is over. For decisions that rest on more than streams, such as a count; asked for
    /// before anything is read or written, since whoever keeps a row and then waits here may be waited for.
    /// </summary>
    public static async Task HoldAsync(UnitOfWork uow, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        if (!uow.Dialect.HasOneWriter)
        {
            uow.Held(await LastPositionAsync(uow, ct));
        }
    }

    /// <summary>Refused, as a conflict, also when another stream that this unit of work has read was written to since.</summary>
    /// <param name="uow">The transaction that everything explained by these entries is written in, too.</param>
    /// <param name="stream">Named by the identifier of what has the history.</param>
    /// <param name="expectedVersion">The version that the caller's decision rests on; 0 for a stream that must not exist yet.</param>
    /// <param name="recordedAt">By the clock of the server.</param>
    /// <param name="entries">One or more.</param>
    /// <param name="ct">Stops the append, and with it the unit of work.</param>
    public static async Task<Appended> AppendAsync(
        UnitOfWork uow,
        string stream,
        int expectedVersion,
        DateTimeOffset recordedAt,
        IReadOnlyList<NewEntry> entries,
        CancellationToken ct)
    {
        var (version, rows) = await LinkAsync(uow, stream, expectedVersion, recordedAt, entries, ct);
        return rows is [.., var last] ? new Appended.Ok(last.Version) : new Appended.Conflict(version);
    }

    /// <returns>The stream's version before, and the entries as they were written; none when the append was refused.</returns>
    internal static async Task<(int Version, IReadOnlyList<LedgerEntry> Written)> LinkAsync(
        UnitOfWork uow, string stream, int expectedVersion, DateTimeOffset recordedAt, IReadOnlyList<NewEntry> entries, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));

        var kept = uow.FindKnownHead(stream);
        var last = kept?.Reached ?? await LastPositionAsync(uow, ct);
        var head = kept?.Head ?? await HeadAsync(uow, stream, ct);
        var version = head is null ? 0 : checked((int)head.Version);
        if (version != expectedVersion || await uow.RestsOnThePastAsync(last, ct))
        {
            uow.IsTooLate();
            return (version, []);
        }

        var previous = head is null ? Digest.Zero : Digest.Parse(head.Hash, null);
        var rows = Link(stream, version, last, previous, Instants.CutToMilliseconds(recordedAt), entries);
        await InsertAsync(uow, rows, ct);
        await MoveHeadsAsync(uow, rows[^1], ct);
        uow.Appended(rows[^1]);
        return (version, rows);
    }

    /// <returns>When the last entry was recorded, by the clock of the server; null while there is none.</returns>
    /// <param name="from">Exclusive.</param>
    /// <param name="until">Inclusive.</param>
    public static async Task<bool> HasEntriesAsync(Source source, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await source.FindAsync<long?>(
            "select position from ledger where recorded_at > @from and recorded_at <= @until limit 1", new { from, until }, ct) is not null;
    }

    public static Task<DateTimeOffset?> LastRecordedAsync(Source source, CancellationToken ct) =>
        source.FindAsync<DateTimeOffset?>("select recorded_at from ledger order by position desc limit 1", null, ct);

    /// <summary>Reads everything, of one moment, and follows every hash.</summary>
    public static async Task<VerifyReport> VerifyAsync(Database database, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await VerifyAsync(session, [], ct);
    }

    /// <param name="session">One moment of the database.</param>
    /// <param name="seals">See the entries go by; what they think of them is asked of them.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<VerifyReport> VerifyAsync(ReadSession session, IReadOnlyList<SealCheck> seals, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var check = new LedgerCheck();
        var first = await session.UseAsync((connection, transaction) => FollowAsync(session.Dialect.StoredRows, check, seals, connection, transaction, ct), ct)
            ?? check.End(await FindLastPositionAsync(session, ct), await HeadsAsync(session, ct));
        if (first is { Flaw: Flaw.MissingVersion } && await ExistsAsync(session, first, ct))
        {
            first = first with { Flaw = Flaw.OutOfOrder };
        }

        return new VerifyReport(check.Rows, first);
    }

    /// <summary>What has not moved is not read, and a head that is known is not asked for.</summary>
    private static async Task<(HeadAtOnce? Head, IReadOnlyList<LedgerEntry> Entries)> ReadWithHeadAsync(
        Source source, string stream, int version, CancellationToken ct)
    {
        if (version > 0 && source.FindKnownHead(stream) is { } kept && kept.Version == version)
        {
            return (kept, []);
        }

        var read = await source.UseAsync((connection, transaction) => ReadWithHeadAsync(connection, transaction, stream, version, ct), ct);
        if (read.Head is { } head)
        {
            source.HasRead(head);
        }

        return read;
    }

    /// <summary>The head first: whatever is written meanwhile comes after it.</summary>
    private static async Task<(HeadAtOnce? Head, IReadOnlyList<LedgerEntry> Entries)> ReadWithHeadAsync(
        DbConnection connection, DbTransaction? transaction, string stream, int version, CancellationToken ct)
    {
        var head = await connection.QuerySingleOrDefaultAsync<HeadAtOnce>(new CommandDefinition(
            "select stream, version, hash, (select position from ledger_head where one = 1) as reached from stream_head where stream = @stream",
            new { stream },
            transaction,
            cancellationToken: ct));
        if (version > 0 && head?.Version == version)
        {
            return (head, []);
        }

        var entries = await connection.QueryAsync<LedgerEntry>(new CommandDefinition(
            """
            select position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash
              from ledger
             where stream = @stream
               and version > @version
             order by version
            """,
            new { stream, version },
            transaction,
            cancellationToken: ct));
        return (head, entries.AsList());
    }

    private static List<LedgerEntry> Link(
        string stream, int version, long position, Digest previous, DateTimeOffset recordedAt, IReadOnlyList<NewEntry> entries)
    {
        var rows = new List<LedgerEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (string.Concat(stream, entry.Type, entry.Actor, entry.Station, entry.Data).Contains(StoredRow.Between, StringComparison.Ordinal))
            {
                throw new ArgumentException("An entry holds the mark that keeps its texts apart: it would never verify.", nameof(entries));
            }

            var unhashed = new LedgerEntry
            {
                Position = ++position,
                Stream = stream,
                Version = ++version,
                Type = entry.Type,
                SchemaVersion = entry.SchemaVersion,
                OccurredAt = Instants.CutToMilliseconds(entry.OccurredAt),
                RecordedAt = recordedAt,
                Actor = entry.Actor,
                Station = entry.Station,
                Data = entry.Data,
                PreviousHash = previous,
                Hash = Digest.Zero,
            };
            previous = LedgerHash.Of(unhashed);
            rows.Add(unhashed with { Hash = previous });
        }

        return rows;
    }

    private static Task<int> InsertAsync(UnitOfWork uow, List<LedgerEntry> rows, CancellationToken ct) =>
        uow.ExecuteAsync(InsertRow, rows, ct);

    private static async Task MoveHeadsAsync(UnitOfWork uow, LedgerEntry last, CancellationToken ct)
    {
        await uow.ExecuteAsync(
            """
            insert into stream_head (stream, version, hash)
            values (@Stream, @Version, @Hash)
            on conflict (stream) do update
               set version = excluded.version, hash = excluded.hash
            """,
            new { last.Stream, last.Version, last.Hash },
            ct);
        await uow.ExecuteAsync("update ledger_head set position = @Position where one = 1", new { last.Position }, ct);
    }

    private static Task<long> LastPositionAsync(UnitOfWork uow, CancellationToken ct) =>
        uow.GetAsync<long>("select position from ledger_head where one = 1" + uow.Dialect.ForUpdate, null, ct);

    private static Task<long?> FindLastPositionAsync(Source source, CancellationToken ct) =>
        source.FindAsync<long?>("select position from ledger_head where one = 1", null, ct);

    private static Task<StreamHead?> HeadAsync(Source source, string stream, CancellationToken ct) =>
        source.FindAsync<StreamHead>("select stream, version, hash from stream_head where stream = @stream", new { stream }, ct);

    private static Task<IReadOnlyList<StreamHead>> HeadsAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<StreamHead>("select stream, version, hash from stream_head order by stream", null, ct);

    private static async Task<BrokenRow?> FollowAsync(
        string sql, LedgerCheck check, IReadOnlyList<SealCheck> seals, DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: ct));
        while (await rows.ReadAsync(ct))
        {
            if (check.Next(new(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetFieldValue<byte[]>(3)), out var hash) is { } broken)
            {
                return broken;
            }

            foreach (var seal in seals)
            {
                seal.Next(hash);
            }
        }

        return null;
    }

    private static async Task<bool> ExistsAsync(Source source, BrokenRow row, CancellationToken ct) =>
        await source.FindAsync<long?>(
            "select position from ledger where stream = @Stream and version = @Version", new { row.Stream, row.Version }, ct) is not null;
}
