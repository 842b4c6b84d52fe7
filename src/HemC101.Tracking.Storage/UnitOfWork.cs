using System.Data.Common;
using Dapper;

namespace HemC101.Tracking.Storage;

/// <summary>
/// One write transaction. Dispose without <see cref="CommitAsync"/> rolls everything back; after a statement that failed or was cancelled
/// nothing else is left, so that half a write cannot be committed by who catches the exception.
/// </summary>
public sealed class UnitOfWork : Source, IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private SemaphoreSlim? _writers;
    private bool _committed;
    private bool _failed;

    internal UnitOfWork(DbConnection connection, DbTransaction transaction, SemaphoreSlim writers) =>
        (_connection, _transaction, _writers) = (connection, transaction, writers);

    /// <summary>Returns when everything is durable; nothing may be written or read through this unit of work afterwards.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        ThrowIfOver();
        await _transaction.CommitAsync(ct);
        _committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _writers, null) is not { } writers)
        {
            return;
        }

        try
        {
            await _transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        finally
        {
            writers.Release();
        }
    }

    internal override async Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct)
    {
        ThrowIfOver();
        try
        {
            return await query(_connection, _transaction);
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    /// <returns>How many rows were touched.</returns>
    internal Task<int> ExecuteAsync(string sql, object? values, CancellationToken ct) =>
        UseAsync(
            (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct)),
            ct);

    private void ThrowIfOver()
    {
        ObjectDisposedException.ThrowIf(_writers is null, this);
        if (_committed || _failed)
        {
            throw new InvalidOperationException($"This unit of work {(_committed ? "is committed" : "has failed")}. Begin a new one.");
        }
    }
}
