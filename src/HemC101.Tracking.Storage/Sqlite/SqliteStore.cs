using System.Data.Common;
using HemC101.Tracking.Storage.Nodes;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>One database file: readers of the last commit, and one writer.</summary>
internal sealed class SqliteStore(string path, WriterLimits limits) : IStore
{
    private readonly SqliteReaders _readers = new(path);
    private readonly SqliteWriter _writer = new(path, limits);

    public Dialect Dialect => Dialect.Sqlite;

    public Task<Reader> OpenReaderAsync(CancellationToken ct) => _readers.BorrowAsync(ct);

    public Task<DbTransaction> BeginReadingAsync(DbConnection reader, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)reader).BeginTransaction(deferred: true));

    public Task<ITurn> BeginAsync(CancellationToken ct) => _writer.BeginAsync(ct);

    public Task<ILead?> TryLeadAsync(string work, CancellationToken ct) => Task.FromResult<ILead?>(new SoleLead());

    public Task ListenAsync(Action<string> heard, CancellationToken ct) => Task.Delay(Timeout.Infinite, ct);

    /// <summary>Lets those finish who write or wait to.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _readers.Dispose();
    }
}
