using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Benchmarks.Appends;

/// <summary>Callers who each append one entry after the other to a stream of their own, and wait for every answer.</summary>
internal sealed class AppendRate(Database database)
{
    private static readonly string Data = $$"""{"said":"{{new string('x', 250)}}"}""";

    private int _streams;

    /// <returns>Durable entries a second, and the times of all of them.</returns>
    public async Task<(double PerSecond, Samples Times)> MeasureAsync(int callers, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => AppendAsync(began, duration))));
        return (times.Sum(each => each.Count) / Stopwatch.GetElapsedTime(began).TotalSeconds, new(times.SelectMany(each => each)));
    }

    private async Task<List<TimeSpan>> AppendAsync(long began, TimeSpan duration)
    {
        var stream = string.Create(CultureInfo.InvariantCulture, $"bench/{Interlocked.Increment(ref _streams)}");
        List<TimeSpan> times = [];
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            await using var uow = await database.BeginAsync(CancellationToken.None);
            var now = TimeProvider.System.GetUtcNow();
            var entry = new NewEntry("Benchmarked", 1, now, "A999900017K", "bench", Data);
            if (await EventLedger.AppendAsync(uow, stream, times.Count, now, [entry], CancellationToken.None) is not Appended.Ok)
            {
                throw new InvalidOperationException($"Somebody else wrote to {stream}.");
            }

            await uow.CommitAsync(CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(asked));
        }

        return times;
    }
}
