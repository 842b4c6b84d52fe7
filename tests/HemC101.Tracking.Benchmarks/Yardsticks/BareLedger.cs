using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Benchmarks.Yardsticks;

/// <summary>
/// The insert that every step makes, into the same table with its keys, indexes and triggers, through the writer that lets callers share a
/// wait for the disk; and nothing else: no head is moved, no hash made, no row beside it written.
/// </summary>
/// <param name="path">Of a database that nobody else writes to.</param>
internal sealed class BareLedger(string path) : IAsyncDisposable
{
    private const int Streams = 64;

    private readonly Database _database = new(path);
    private long _position;

    public static BareLedger Create(string path)
    {
        Migrator.Migrate(path);
        return new(path);
    }

    /// <param name="data">Of the event.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task InsertAsync(string data, CancellationToken ct)
    {
        await using var uow = await _database.BeginAsync(ct);
        var position = ++_position;
        var row = new LedgerEntry
        {
            Position = position,
            Stream = $"chain/{position % Streams}",
            Version = (int)(position / Streams) + 1,
            Type = "ReactionRecorded",
            SchemaVersion = 1,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            RecordedAt = TimeProvider.System.GetUtcNow(),
            Actor = "bare",
            Station = "Ward",
            Data = data,
            PreviousHash = Digest.Zero,
            Hash = Digest.Zero,
        };
        await uow.ExecuteAsync(EventLedger.InsertRow, row, ct);
        await uow.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
