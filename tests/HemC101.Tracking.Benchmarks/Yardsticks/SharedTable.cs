using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Benchmarks.Yardsticks;

/// <summary>One row into one table, through the writer that lets callers share a wait for the disk.</summary>
internal sealed class SharedTable(string path) : IAsyncDisposable
{
    private readonly Database _database = new(path);

    public async Task InsertAsync(string data, CancellationToken ct)
    {
        await using var uow = await _database.BeginAsync(ct);
        await uow.ExecuteAsync("insert into bare (data) values (@data)", new { data }, ct);
        await uow.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
