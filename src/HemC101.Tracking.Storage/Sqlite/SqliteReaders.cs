using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>Connections that only read. A few are kept open between one question and the next, with the statements they have prepared.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    /// <summary>Each holds up to two megabytes of pages.</summary>
    private const int MostIdle = 8;

    private readonly string _connectionString = SqliteAddress.Of(path, SqliteOpenMode.ReadWrite);
    private readonly Lock _lock = new();
    private readonly Stack<KeptStatements> _idle = [];
    private bool _closed;

    public async Task<Reader> BorrowAsync(CancellationToken ct)
    {
        var connection = TakeIdle() ?? await ConnectAsync(ct);
        return new(connection, () => GiveBackAsync(connection));
    }

    /// <summary>Those on loan are closed when they come back.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            while (_idle.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>One that met a failing disk or a locked file, or stands in a transaction still, is not asked again.</summary>
    private static bool IsSound(KeptStatements connection) =>
        connection.State == ConnectionState.Open
        && raw.sqlite3_get_autocommit(connection.Handle) != 0
        && raw.sqlite3_errcode(connection.Handle) is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE;

    private KeptStatements? TakeIdle()
    {
        lock (_lock)
        {
            return _idle.TryPop(out var connection) ? connection : null;
        }
    }

    private ValueTask GiveBackAsync(KeptStatements connection)
    {
        lock (_lock)
        {
            if (!_closed && _idle.Count < MostIdle && IsSound(connection))
            {
                _idle.Push(connection);
                return ValueTask.CompletedTask;
            }
        }

        return connection.DisposeAsync();
    }

    private async Task<KeptStatements> ConnectAsync(CancellationToken ct)
    {
        var connection = new KeptStatements(_connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(Dialect.PrepareReader, cancellationToken: ct));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
