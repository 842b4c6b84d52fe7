using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>One database file. Writers of this process queue up for their turn.</summary>
internal sealed class SqliteStore(string path) : IStore
{
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly string _connectionString = SqliteAddress.Of(path, SqliteOpenMode.ReadWrite);

    public Dialect Dialect => Dialect.Sqlite;

    public async Task<DbConnection> OpenReaderAsync(CancellationToken ct) => await OpenAsync(Dialect.PrepareReader, ct);

    public Task<DbTransaction> BeginReadingAsync(DbConnection reader, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)reader).BeginTransaction(deferred: true));

    public async Task<ITurn> BeginAsync(CancellationToken ct)
    {
        await _writers.WaitAsync(ct);
        SqliteConnection? connection = null;
        try
        {
            connection = await OpenAsync(Dialect.PrepareWriter, ct);
            return new SqliteTurn(connection, connection.BeginTransaction(deferred: false), _writers);
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

    public async ValueTask DisposeAsync()
    {
        await using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writers.Dispose();
    }

    private async Task<SqliteConnection> OpenAsync(string prepare, CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(ct);
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
