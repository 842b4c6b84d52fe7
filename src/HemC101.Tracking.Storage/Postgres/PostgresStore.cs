using System.Data;
using System.Data.Common;
using Dapper;
using HemC101.Tracking.Storage.Nodes;
using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary>
/// One database on a server, shared with other nodes. Units of work run side by side at read committed; what a decision rests on is
/// guarded by <see cref="EventLedger.AppendAsync"/>, and every append waits for the one before it, so that positions become visible in
/// their order and without a gap.
/// </summary>
internal sealed class PostgresStore(string connectionString, WriterLimits limits) : IStore
{
    /// <summary>More only wait for each other at the end of the ledger: with eight, two nodes did three quarters of the steps.</summary>
    private const int Writers = 3;

    private const int Readers = 16;

    private readonly NpgsqlDataSource _writing = PostgresAddress.Source(PostgresAddress.ForWriting(connectionString, Writers));
    private readonly NpgsqlDataSource _reading = PostgresAddress.Source(PostgresAddress.ForReading(connectionString, Readers));

    private readonly WriterLine _line = new(Writers, limits, static turn => ThreadPool.UnsafeQueueUserWorkItem(static called => called(), turn, preferLocal: true));

    public Dialect Dialect => Dialect.Postgres;

    public async Task<Reader> OpenReaderAsync(CancellationToken ct)
    {
        var connection = await _reading.OpenConnectionAsync(ct);
        return new(connection, connection.DisposeAsync);
    }

    public async Task<DbTransaction> BeginReadingAsync(DbConnection reader, CancellationToken ct) =>
        await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task<ITurn> BeginAsync(CancellationToken ct)
    {
        await _line.EnterAsync(_line.Leave, ct);
        try
        {
            return await ConnectAsync(ct);
        }
        catch
        {
            _line.Leave();
            throw;
        }
    }

    public Task<ILead?> TryLeadAsync(string work, CancellationToken ct) => PostgresLead.TryTakeAsync(connectionString, work, ct);

    public Task ListenAsync(Action<string> heard, CancellationToken ct) => PostgresNotices.ListenAsync(connectionString, heard, ct);

    /// <summary>Lets those finish who write or wait to.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(_line.CloseAsync(), Task.Delay(limits.Patience));
        foreach (var source in new[] { _writing, _reading })
        {
            // Of several servers the one that is chosen at the time does not close the connections of the others.
            source.Clear();
            await source.DisposeAsync();
        }
    }

    private async Task<ITurn> ConnectAsync(CancellationToken ct)
    {
        for (var stale = 0; ; stale++)
        {
            var connection = await _writing.OpenConnectionAsync(ct);
            try
            {
                return await BeginAsync(connection, ct);
            }
            catch (DbException e) when (stale < Writers && Dialect.IsStale(e))
            {
                await connection.DisposeAsync();
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
    }

    private async Task<ITurn> BeginAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var seen = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("select position from ledger_head where one = 1", transaction: transaction, cancellationToken: ct));
        return new PostgresTurn(connection, transaction, seen, _line);
    }
}
