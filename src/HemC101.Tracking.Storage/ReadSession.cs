using System.Data.Common;

namespace HemC101.Tracking.Storage;

/// <summary>A read transaction; its queries agree with each other whatever is written meanwhile. Keep it short.</summary>
public sealed class ReadSession : Source, IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    internal ReadSession(DbConnection connection, DbTransaction transaction, Dialect dialect) =>
        (_connection, _transaction, Dialect) = (connection, transaction, dialect);

    internal override Dialect Dialect { get; }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    internal override Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct) =>
        query(_connection, _transaction);
}
