using System.Data.Common;
using HemC101.Tracking.Storage.Nodes;
using HemC101.Tracking.Storage.Postgres;
using HemC101.Tracking.Storage.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>One database. Any number of readers; writers get a <see cref="UnitOfWork"/> each.</summary>
public sealed class Database : Source, IAsyncDisposable
{
    private const int HopefulTurns = 2;
    private const int MostTurns = 5;

    /// <summary>As many as may lie in a pool when its server restarts.</summary>
    private const int StaleConnections = 16;

    private readonly IStore _store;

    /// <summary>A SQLite file.</summary>
    public Database(string path)
        : this(DatabaseAddress.OfFile(path))
    {
    }

    public Database(DatabaseAddress address)
        : this(address, new WriterLimits())
    {
    }

    internal Database(DatabaseAddress address, WriterLimits limits)
    {
        ArgumentNullException.ThrowIfNull(address);
        TypeHandlers.Register();
        Address = address;
        _store = address switch
        {
            DatabaseAddress.SqliteFile file => new SqliteStore(file.Path, limits),
            DatabaseAddress.PostgresServer server => new PostgresStore(server.ConnectionString, limits),
            _ => throw new ArgumentException($"Unexpected address {address}.", nameof(address)),
        };
    }

    public DatabaseAddress Address { get; }

    internal override Dialect Dialect => _store.Dialect;

    /// <summary>A read transaction: everything read through it is of one moment.</summary>
    public async Task<ReadSession> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await OpenSessionAsync(ct);
        }
        catch (DbException e) when (Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Starts a write transaction. Whoever holds a unit of work must not ask for a second one: it would wait for itself.</summary>
    /// <exception cref="DatabaseBusyException">Too many want to, or the program is ending.</exception>
    /// <exception cref="DatabaseUnusableException">Out of reach, full, held by another program.</exception>
    public async Task<UnitOfWork> BeginAsync(CancellationToken ct)
    {
        using var span = StorageMeter.Waits();
        try
        {
            return new(await _store.BeginAsync(ct), this);
        }
        catch (DbException e) when (Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>
    /// Begins a unit of work for a decision that is read, made and committed in it, and makes the whole decision anew when others wrote
    /// first what it rests on. After a few turns nobody else may append before it: it is not put off for ever.
    /// </summary>
    /// <param name="decide">Run again from its beginning; it must leave nothing outside the unit of work.</param>
    /// <param name="ct">Stops the turns, too.</param>
    public async Task<T> DecideAsync<T>(Func<UnitOfWork, Task<T>> decide, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(decide);
        for (var turn = 1; ; turn++)
        {
            await using var uow = await BeginAsync(ct);
            try
            {
                if (turn > HopefulTurns)
                {
                    await EventLedger.HoldAsync(uow, ct);
                }

                var decided = await decide(uow);
                if (!uow.CameTooLate || turn == MostTurns)
                {
                    return decided;
                }
            }
            catch (DbException e) when (turn < MostTurns && Dialect.IsContention(e))
            {
                // The others are through; what they wrote is seen the next time.
            }
        }
    }

    /// <summary>
    /// Looks through every page of an SQLite file for damage, which may take a second per 200 megabytes; a server looks after its own.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">It is damaged.</exception>
    public async Task LookThroughAsync(CancellationToken ct)
    {
        if (Address is DatabaseAddress.SqliteFile file)
        {
            await using var session = await ReadAsync(ct);
            if (await session.GetAsync<string>(Dialect.LookThroughFile, null, ct) != "ok")
            {
                throw new DatabaseUnusableException(DatabaseReasons.Damaged.With(file.Path));
            }
        }
    }

    /// <summary>Asks for the right to do, for all nodes, a work that must be done by one.</summary>
    /// <returns>Null while another node has it.</returns>
    /// <exception cref="DatabaseUnusableException">Out of reach.</exception>
    public async Task<ILead?> TryLeadAsync(string work, CancellationToken ct)
    {
        try
        {
            return await _store.TryLeadAsync(work, ct);
        }
        catch (DbException e) when (Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Hears the <see cref="Notice"/>s of the other nodes and its own; runs until it is cancelled.</summary>
    /// <exception cref="DatabaseUnusableException">The connection ended: what was said meanwhile was missed.</exception>
    public async Task ListenAsync(Action<string> heard, CancellationToken ct)
    {
        try
        {
            await _store.ListenAsync(heard, ct);
        }
        catch (DbException e) when (Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Closes the connections. Nobody may still be reading or writing.</summary>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    internal override async Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct)
    {
        for (var stale = 0; ; stale++)
        {
            try
            {
                await using var reader = await _store.OpenReaderAsync(ct);
                return await query(reader.Connection, null);
            }
            catch (DbException e) when (stale < StaleConnections && Dialect.IsStale(e))
            {
                // Nothing was written: the question is asked again on the next connection.
            }
            catch (DbException e) when (Explain(e) is { } explained)
            {
                throw explained;
            }
        }
    }

    /// <returns>Null for what nobody can mend at the database.</returns>
    internal DatabaseUnusableException? Explain(DbException e) =>
        Dialect.Explain(e) is { } reason ? new(reason.With(Address.Name), e) : null;

    /// <summary>The answer to a commit got lost on its way: it may have been done.</summary>
    internal DatabaseUnusableException? IsUnsure(DbException e) =>
        !Dialect.HasOneWriter && (Dialect.IsStale(e) || Dialect.IsLate(e)) ? new(DatabaseReasons.Unsure.With(Address.Name), e) : null;

    private async Task<ReadSession> OpenSessionAsync(CancellationToken ct)
    {
        var reader = await _store.OpenReaderAsync(ct);
        try
        {
            return new ReadSession(reader, await _store.BeginReadingAsync(reader.Connection, ct), this);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }
}
