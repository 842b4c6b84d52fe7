using System.Data.Common;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

internal sealed class PostgresTurn(NpgsqlConnection connection, NpgsqlTransaction transaction, long seen, WriterLine line) : ITurn
{
    private bool _over;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public long? Seen => seen;

    public WriterMemory? Memory => null;

    /// <summary>
    /// Once sent, a commit is waited for: whether it arrived could not be known otherwise. A server that gives up waiting for its standby
    /// says done all the same, with a warning; a failover would lose that commit.
    /// </summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var warned = false;
        connection.Notice += Hear;
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            StorageMeter.Committed(1);
        }
        finally
        {
            connection.Notice -= Hear;
        }

        if (warned)
        {
            throw new DatabaseUnusableException(DatabaseReasons.OneCopy.With(PostgresAddress.NameOf(connection.ConnectionString)));
        }

        void Hear(object sender, NpgsqlNoticeEventArgs said) => warned |= said.Notice.InvariantSeverity == "WARNING";
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
