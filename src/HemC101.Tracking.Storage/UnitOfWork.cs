using System.Data.Common;
using Dapper;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage;

/// <summary>
/// One write transaction. Dispose without <see cref="CommitAsync"/> rolls everything back; after a statement that failed or was cancelled
/// nothing else is left, so that half a write cannot be committed by who catches the exception.
/// </summary>
public sealed class UnitOfWork : Source, IAsyncDisposable
{
    private readonly ITurn _turn;
    private readonly Database _database;
    private readonly Rests? _rests;
    private bool _over;
    private bool _committed;
    private bool _failed;

    internal UnitOfWork(ITurn turn, Database database)
    {
        (_turn, _database) = (turn, database);
        _rests = turn.Seen is { } seen ? new Rests(seen) : null;
    }

    /// <summary>An append was refused because others had written first: begun anew, the decision sees what they wrote.</summary>
    internal bool CameTooLate { get; private set; }

    internal override Dialect Dialect => _database.Dialect;

    /// <summary>Returns when everything is durable; nothing may be written or read through this unit of work afterwards.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        ThrowIfOver();
        using var span = StorageMeter.Commits();
        try
        {
            await _turn.CommitAsync(ct);
            _committed = true;
        }
        catch (DbException e) when (_database.IsUnsure(e) is { } unsure)
        {
            _failed = true;
            throw unsure;
        }
        catch (DbException e) when (_database.Explain(e) is { } explained)
        {
            _failed = true;
            throw explained;
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    /// <summary>Returns when everything that this unit of work may have read is durable.</summary>
    /// <exception cref="DatabaseUnusableException">It will not be: what was answered from it does not count.</exception>
    public async ValueTask DisposeAsync()
    {
        _over = true;
        try
        {
            await _turn.DisposeAsync();
        }
        catch (DbException e) when (_database.Explain(e) is { } explained)
        {
            throw explained;
        }
    }

    internal override async Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct)
    {
        ThrowIfOver();
        try
        {
            return await query(_turn.Connection, _turn.Transaction);
        }
        catch (DbException e) when (_database.Explain(e) is { } explained)
        {
            _failed = true;
            throw explained;
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    internal override void RestOn(string stream) => _rests?.Add(stream);

    internal override HeadAtOnce? FindKnownHead(string stream)
    {
        ThrowIfOver();
        return _turn.Memory?.FindHead(stream);
    }

    internal override void HasRead(HeadAtOnce head) => _turn.Memory?.Learn(head);

    internal override object? FindKnownRow(string key)
    {
        ThrowIfOver();
        return _turn.Memory?.FindRow(key);
    }

    internal override void HasRead(string key, object row) => _turn.Memory?.Learn(key, row);

    /// <summary>For whoever writes a row that <see cref="Source.RecallAsync"/> reads.</summary>
    internal void RowsMove() => _turn.Memory?.ForgetRows();

    /// <summary>Asked while nobody else can append: whether a stream that was read before has moved since.</summary>
    internal Task<bool> RestsOnThePastAsync(long lastPosition, CancellationToken ct) =>
        _rests?.HaveMovedAsync(this, lastPosition, ct) ?? Task.FromResult(false);

    internal void Held(long lastPosition) => _rests?.Held(lastPosition);

    internal void IsTooLate() => CameTooLate = true;

    /// <summary>What this unit of work appended itself is no surprise to it.</summary>
    internal void Appended(LedgerEntry last)
    {
        _rests?.Seen(last.Position);
        _turn.Memory?.Learn(new() { Stream = last.Stream, Version = last.Version, Hash = last.Hash.ToString(), Reached = last.Position });
    }

    /// <returns>How many rows were touched.</returns>
    internal Task<int> ExecuteAsync(string sql, object? values, CancellationToken ct) =>
        UseAsync(
            (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct)),
            ct);

    /// <summary>The other nodes hear of it when, and only if, this is committed.</summary>
    internal Task TellAsync(string notice, CancellationToken ct) =>
        Dialect.Tell is { } tell ? ExecuteAsync(tell, new { notice }, ct) : Task.CompletedTask;

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(_over, this);
        if (_committed || _failed)
        {
            throw new InvalidOperationException($"This unit of work {(_committed ? "is committed" : "has failed")}. Begin a new one.");
        }
    }
}
