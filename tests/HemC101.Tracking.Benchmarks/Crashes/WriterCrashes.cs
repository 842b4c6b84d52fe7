using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Benchmarks.Crashes;

/// <summary>The writer of a SQLite file killed again and again, at any moment of a batch.</summary>
internal sealed class WriterCrashes : IDisposable
{
    private const int LongestMilliseconds = 150;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-bench-writer-");
    private readonly string _file;

    public WriterCrashes()
    {
        _file = Path.Combine(_data.FullName, "hemc101.db");
        Migrator.Migrate(DatabaseAddress.OfFile(_file));
    }

    /// <summary>Units that were answered for, over all kills.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Units that are there although nobody was told, over all kills: the kill came between the two.</summary>
    public int Unheard { get; private set; }

    /// <exception cref="InvalidOperationException">Something acknowledged is gone, half a unit is there, or the ledger does not hold.</exception>
    public async Task KillAsync(string run)
    {
        var acknowledged = await WriteAndKillAsync(run);
        await using var database = new Database(_file);
        for (var caller = 0; caller < CrashWriter.Callers; caller++)
        {
            var told = acknowledged.GetValueOrDefault(caller);
            var kept = await UnitsAsync(database, CrashWriter.StreamOf(run, caller));
            if (kept < told)
            {
                throw new InvalidOperationException($"Kill {run}: caller {caller} was told of {told} units; {kept} are there.");
            }

            Acknowledged += told;
            Unheard += kept - told;
        }

        if ((await EventLedger.VerifyAsync(database, CancellationToken.None)).First is { } broken)
        {
            throw new InvalidOperationException($"Kill {run}: {broken.Text.En}");
        }
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task<int> UnitsAsync(Database database, string stream)
    {
        var entries = (await EventLedger.ReadStreamAsync(database, stream, CancellationToken.None)).Count;
        await using var uow = await database.BeginAsync(CancellationToken.None);
        var numbers = await Numbers.NextAsync(uow, stream, CancellationToken.None) - 1;
        return entries == numbers * CrashWriter.EntriesOfAUnit
            ? checked((int)numbers)
            : throw new InvalidOperationException($"{stream} has {entries} entries and {numbers} numbers: half a unit was kept.");
    }

    /// <returns>The last unit each caller was told of.</returns>
    private async Task<Dictionary<int, int>> WriteAndKillAsync(string run)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CrashWriter).Assembly.Location, CrashWriter.Command, _file, run]) { RedirectStandardOutput = true };
        using var writer = Process.Start(start)!;
        var acknowledged = new Dictionary<int, int>();
        Take(await writer.StandardOutput.ReadLineAsync(), acknowledged);
        var killing = KillLaterAsync(writer);
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            Take(line, acknowledged);
        }

        await killing;
        await writer.WaitForExitAsync();
        return acknowledged;
    }

    private static async Task KillLaterAsync(Process writer)
    {
        await Task.Delay(Random.Shared.Next(LongestMilliseconds));
        writer.Kill();
    }

    /// <summary>The last line may be torn by the kill: then it says nothing, or less than it wanted to.</summary>
    private static void Take(string? line, Dictionary<int, int> acknowledged)
    {
        if (line?.Split(' ') is [var caller, var unit] && int.TryParse(caller, CultureInfo.InvariantCulture, out var at)
            && int.TryParse(unit, CultureInfo.InvariantCulture, out var units))
        {
            acknowledged[at] = Math.Max(units, acknowledged.GetValueOrDefault(at));
        }
    }
}
