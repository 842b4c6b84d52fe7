using System.Data.Common;

namespace HemC101.Tracking.Storage;

/// <summary>A read transaction; its queries agree with each other whatever is written meanwhile. Keep it short.</summary>
public sealed class ReadSession : Source, IAsyncDisposable
{
    private readonly Reader _reader;
    private readonly DbTransaction _transaction;
    private readonly Database _database;

    internal ReadSession(Reader reader, DbTransaction transaction, Database database) =>
        (_reader, _transaction, _database) = (reader, transaction, database);

    internal override Dialect Dialect => _database.Dialect;

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _reader.DisposeAsync();
    }

    internal override async Task<T> UseAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> query, CancellationToken ct)
    {
        try
        {
            return await query(_reader.Connection, _transaction);
        }
        catch (DbException e) when (_database.Explain(e) is { } explained)
        {
            throw explained;
        }
    }
}
