using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>One database file. Any number of readers; writers of this process queue up for the one <see cref="UnitOfWork"/>.</summary>
public sealed class Database : Source, IAsyncDisposable
{
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly string _connectionString;

    public Database(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        TypeHandlers.Register();
        Path = path;
        _connectionString = ConnectionString(path, SqliteOpenMode.ReadWrite);
    }

    public string Path { get; }

    /// <summary>A read transaction: everything read through it is of one moment.</summary>
    public async Task<ReadSession> ReadAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(readOnly: true, ct);
        return new ReadSession(connection, connection.BeginTransaction(deferred: true));
    }

    /// <summary>
    /// Starts the one write transaction, after those who asked before. Whoever holds a unit of work must not ask for a second one: it
    /// would wait for itself.
    /// </summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken ct)
    {
        await _writers.WaitAsync(ct);
        SqliteConnection? connection = null;
        try
        {
            connection = await OpenAsync(readOnly: false, ct);
            return new UnitOfWork(connection, connection.BeginTransaction(deferred: false), _writers);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            _writers.Release();
            throw;
        }
    }

    /// <summary>Closes the pooled connections. Nobody may still be reading or writing.</summary>
    public async ValueTask DisposeAsync()
    {
        await using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writers.Dispose();
    }

    internal static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = mode == SqliteOpenMode.ReadWrite,
        }.ToString();

    internal override async Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct)
    {
        await using var connection = await OpenAsync(readOnly: true, ct);
        return await query(connection, null);
    }

    private async Task<SqliteConnection> OpenAsync(bool readOnly, CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(ct);
            var prepare = readOnly ? Dialect.PrepareReader : Dialect.PrepareWriter;
            await connection.ExecuteAsync(new CommandDefinition(prepare, cancellationToken: ct));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
