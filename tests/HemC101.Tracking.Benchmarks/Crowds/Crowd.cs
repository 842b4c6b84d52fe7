using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <param name="PerSecond">Answers.</param>
/// <param name="Times">Of each of them.</param>
internal sealed record Pace(double PerSecond, Samples Times);

/// <summary>Clients who know nothing of each other.</summary>
internal sealed class Crowd(IReadOnlyList<IClient> clients) : IDisposable
{
    /// <summary>Answers so far, those of the warming included.</summary>
    public int Answered { get; private set; }

    public static async Task<Crowd> GatherAsync(int clients, Func<int, Task<IClient>> enterAsync)
    {
        List<IClient> all = [];
        for (var n = 0; n < clients; n++)
        {
            all.Add(await enterAsync(n));
        }

        return new(all);
    }

    /// <param name="duration">Nobody begins to ask later; all are answered.</param>
    public Task<Pace> AskAsync(TimeSpan duration) => AskAsync(duration, TimeSpan.Zero);

    /// <param name="duration">Nobody begins to ask later; all are answered.</param>
    /// <param name="pause">Between an answer and the next question of the same client.</param>
    public async Task<Pace> AskAsync(TimeSpan duration, TimeSpan pause)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(clients.Select(client => Task.Run(() => AskAsync(client, began, duration, pause))));
        var took = Stopwatch.GetElapsedTime(began);
        var count = times.Sum(each => each.Count);
        Answered += count;
        return new(count / took.TotalSeconds, new(times.SelectMany(each => each)));
    }

    public void Dispose()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private static async Task<List<TimeSpan>> AskAsync(IClient client, long began, TimeSpan duration, TimeSpan pause)
    {
        List<TimeSpan> times = [];
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            await client.AskAsync();
            times.Add(Stopwatch.GetElapsedTime(asked));
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }
        }

        return times;
    }
}
