using System.Globalization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Benchmarks.Crashes;

/// <summary>
/// A process that only writes, until it is killed: callers who share commits, each with units of several entries and a row beside them. A
/// line says what was answered for.
/// </summary>
internal static class CrashWriter
{
    public const string Command = "crash-writer";
    public const int Callers = 32;
    public const int EntriesOfAUnit = 3;

    public static string StreamOf(string run, int caller) => string.Create(CultureInfo.InvariantCulture, $"crash/{run}/{caller}");

    /// <param name="file">Migrated.</param>
    /// <param name="run">Begins the names of its streams.</param>
    public static async Task<int> RunAsync(string file, string run)
    {
        await using var database = new Database(file);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => WriteAsync(database, run, caller))));
        return 0;
    }

    private static async Task WriteAsync(Database database, string run, int caller)
    {
        var stream = StreamOf(run, caller);
        for (var unit = 1; ; unit++)
        {
            await using var uow = await database.BeginAsync(CancellationToken.None);
            var now = TimeProvider.System.GetUtcNow();
            var entries = Enumerable.Range(0, EntriesOfAUnit).Select(_ => new NewEntry("Crashed", 1, now, "A999900017K", "bench", """{"said":"it"}"""));
            if (await EventLedger.AppendAsync(uow, stream, (unit - 1) * EntriesOfAUnit, now, [.. entries], CancellationToken.None) is not Appended.Ok)
            {
                throw new InvalidOperationException($"Somebody else wrote to {stream}.");
            }

            await Numbers.NextAsync(uow, stream, CancellationToken.None);
            await uow.CommitAsync(CancellationToken.None);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{caller} {unit}"));
        }
    }
}
