using System.Data.Common;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

internal sealed class PostgresTurn(NpgsqlConnection connection, NpgsqlTransaction transaction, long seen, WriterLine line) : ITurn
{
    private bool _over;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public long? Seen => seen;

    /// <summary>Once sent, a commit is waited for: whether it arrived could not be known otherwise.</summary>
    public Task CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return transaction.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            line.Leave();
        }
    }
}
