using System.Data.Common;

namespace HemC101.Tracking.Storage.Sqlite;

internal sealed class SqliteTurn(DbConnection connection, DbTransaction transaction, SemaphoreSlim writers) : ITurn
{
    private SemaphoreSlim? _writers = writers;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public long? Seen => null;

    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _writers, null) is not { } writers)
        {
            return;
        }

        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            writers.Release();
        }
    }
}
