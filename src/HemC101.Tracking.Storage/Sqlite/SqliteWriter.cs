using System.Data.Common;
using Dapper;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>
/// The one writer of a file. While a unit of work is under way the next ones line up; when it is over the next goes on in the same
/// transaction, and the commit, with its wait for the disk, comes when nobody is in line or enough has come together.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly WriterLimits _limits;
    private readonly string _connectionString;
    private readonly Relay _relay = new();
    private readonly WriterLine _line;

    // All belong to whoever has the place.
    private readonly WriterMemory _memory = new();
    private KeptStatements? _connection;
    private Batch? _batch;
    private TimeSpan _lastCommit;
    private TimeSpan _commitBefore;

    public SqliteWriter(string path, WriterLimits limits)
    {
        _limits = limits;
        _connectionString = SqliteAddress.OfWriter(path, limits.LockPatience);
        _line = new(1, limits, _relay.Call);
    }

    public async Task<ITurn> BeginAsync(CancellationToken ct)
    {
        await _line.EnterAsync(EndTurnAndGoOn, ct);
        try
        {
            _connection ??= await ConnectAsync(ct);
            if (_batch is null)
            {
                _batch = Batch.Begin(_connection, _limits, _lastCommit < _commitBefore ? _lastCommit : _commitBefore);
                _memory.Begin(_batch.ForeignWrites());
            }

            _batch.BeginUnit();
            return new SqliteTurn(this, _batch, _memory);
        }
        catch (Exception e)
        {
            if (e is not OperationCanceledException)
            {
                Break(e);
            }

            EndTurnAndGoOn();
            throw;
        }
    }

    /// <summary>The unit is part of the batch; returns when it is durable.</summary>
    public Task KeepAsync(Batch batch)
    {
        try
        {
            return batch.KeepUnit();
        }
        catch (Exception e)
        {
            Break(e);
            _relay.LetGo();
            throw;
        }
        finally
        {
            EndTurn();
        }
    }

    /// <summary>Returns when everything that the unit may have read is durable.</summary>
    public Task DiscardAsync(Batch batch)
    {
        _memory.Forget();
        try
        {
            return batch.DiscardUnit();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or DatabaseUnusableException)
        {
            Break(e);
            return Task.CompletedTask;
        }
        finally
        {
            EndTurnAndGoOn();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(_line.CloseAsync(), Task.Delay(_limits.Patience));
        _connection?.Dispose();
    }

    /// <summary>The caller does not wait for the disk, as one who has kept a unit does: whoever comes next must not wait for the caller.</summary>
    private void EndTurnAndGoOn()
    {
        _relay.LetGo();
        EndTurn();
    }

    private void EndTurn()
    {
        if (_batch is not { IsDue: true } && _line.TryHandOver())
        {
            return;
        }

        if (_relay.IsHere)
        {
            _relay.Call(CommitAndLeave);
        }
        else
        {
            CommitAndLeave();
        }
    }

    /// <summary>
    /// In a relay it has a turn of its own, after the last unit has gone off to wait for it: the thread that comes from the disk goes on with
    /// whoever is next, and does not begin with answers that any other can give.
    /// </summary>
    private void CommitAndLeave()
    {
        try
        {
            (_commitBefore, _lastCommit) = (_lastCommit, _batch?.Commit() ?? TimeSpan.Zero);
            _batch = null;
        }
        catch (Exception e)
        {
            Break(e);
        }
        finally
        {
            _line.Leave();
        }
    }

    /// <summary>The batch is lost, and what state its connection is in nobody knows: the next one begins with another.</summary>
    private void Break(Exception why)
    {
        var (batch, connection) = (_batch, _connection);
        (_batch, _connection) = (null, null);
        _memory.Forget();
        batch?.Fail(why);
        try
        {
            connection?.Dispose();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // It is not used again, whatever it may still complain of.
        }
    }

    private async Task<KeptStatements> ConnectAsync(CancellationToken ct)
    {
        var connection = new KeptStatements(_connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(Dialect.PrepareWriter(_limits.LockPatience), cancellationToken: ct));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
