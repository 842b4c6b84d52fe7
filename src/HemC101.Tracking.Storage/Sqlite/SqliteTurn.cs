using System.Data.Common;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>One unit's time at the writer's desk.</summary>
internal sealed class SqliteTurn(SqliteWriter writer, Batch batch, WriterMemory memory) : ITurn
{
    private bool _over;

    public DbConnection Connection => batch.Connection;

    public DbTransaction Transaction => batch.Transaction;

    public long? Seen => null;

    public WriterMemory? Memory => memory;

    /// <summary>From here on it cannot be called back: others may be building on it already.</summary>
    public Task CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _over = true;
        return writer.KeepAsync(batch);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_over)
        {
            _over = true;
            await writer.DiscardAsync(batch);
        }
    }
}
