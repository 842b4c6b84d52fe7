using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Things with good defaults; a test names what matters to it.</summary>
internal static class A
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 1, 9, 30, 15, 123, TimeSpan.Zero);

    public static NewEntry Entry(string type = "BagReceived", string data = """{"bag":1}""", DateTimeOffset? occurredAt = null) =>
        new(type, 1, occurredAt ?? Moment, "A9999-00017", "station-1", data);

    public static async Task<Appended> AppendAsync(this Database database, string stream, int expectedVersion, params NewEntry[] entries)
    {
        await using var uow = await database.BeginAsync(CancellationToken.None);
        var appended = await EventLedger.AppendAsync(uow, stream, expectedVersion, Moment, entries, CancellationToken.None);
        await uow.CommitAsync(CancellationToken.None);
        return appended;
    }

    public static async Task<T> WriteAsync<T>(this Database database, Func<UnitOfWork, Task<T>> write)
    {
        await using var uow = await database.BeginAsync(CancellationToken.None);
        var result = await write(uow);
        await uow.CommitAsync(CancellationToken.None);
        return result;
    }

    public static Task WriteAsync(this Database database, Func<UnitOfWork, Task> write) =>
        database.WriteAsync(async uow =>
        {
            await write(uow);
            return true;
        });
}
