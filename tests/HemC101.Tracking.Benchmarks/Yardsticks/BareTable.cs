using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Benchmarks.Yardsticks;

/// <summary>The least that can be asked of a durable store: one row into one table, with the ledger's durability.</summary>
internal sealed class BareTable(string path) : IDisposable
{
    private static readonly string Data = new('x', 200);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    public async Task CreateAsync()
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync();
        await using var create = new SqliteCommand(
            "pragma journal_mode = wal; create table if not exists bare (id integer primary key, data text not null)", connection);
        await create.ExecuteNonQueryAsync();
    }

    /// <summary>A pooled connection, one transaction, one insert, one commit that waits for the disk.</summary>
    public async Task InsertAsync()
    {
        await _one.WaitAsync();
        try
        {
            await using var connection = new SqliteConnection(_connectionString);
            await connection.OpenAsync();
            await using var durable = new SqliteCommand("pragma synchronous = full", connection);
            await durable.ExecuteNonQueryAsync();
            await using var transaction = connection.BeginTransaction();
            await using var insert = new SqliteCommand("insert into bare (data) values ($data)", connection, transaction);
            insert.Parameters.AddWithValue("$data", Data);
            await insert.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _one.Dispose();
    }
}
