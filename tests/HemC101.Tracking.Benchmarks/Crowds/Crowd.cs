using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <param name="PerSecond">Answers.</param>
/// <param name="Times">Of each of them.</param>
internal sealed record Pace(double PerSecond, Samples Times);

/// <summary>Clients who know nothing of each other.</summary>
internal sealed class Crowd(IReadOnlyList<IClient> clients) : IDisposable
{
    private const int MostWarmingRounds = 30;
    private const int RoundsWithoutGain = 5;
    private const double Gain = 1.02;

    private static readonly TimeSpan WarmingRound = TimeSpan.FromSeconds(2);

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

    /// <summary>
    /// Asks until the answers come no faster: a site serves for weeks, and its compiler is through with what is asked often after half a
    /// minute of this. What the first steps after a start take, the scans show, which are hardly warmed.
    /// </summary>
    public async Task WarmAsync()
    {
        var (best, withoutGain) = (0.0, 0);
        for (var round = 0; round < MostWarmingRounds && withoutGain < RoundsWithoutGain; round++)
        {
            var pace = (await AskAsync(WarmingRound)).PerSecond;
            withoutGain = pace > best * Gain ? 0 : withoutGain + 1;
            best = Math.Max(best, pace);
        }
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
