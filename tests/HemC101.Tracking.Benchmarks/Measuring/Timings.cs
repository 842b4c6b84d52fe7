using System.Diagnostics;

namespace HemC101.Tracking.Benchmarks.Measuring;

/// <summary>Collects times by the name of the work.</summary>
internal sealed class Timings
{
    private readonly Dictionary<string, List<TimeSpan>> _times = [];

    /// <summary>False while caches and the compiler warm up.</summary>
    public bool Kept { get; set; }

    public Samples Of(string work) => new(_times[work]);

    public async Task<T> TimeAsync<T>(string work, Func<Task<T>> doAsync)
    {
        var began = Stopwatch.GetTimestamp();
        var done = await doAsync();
        var took = Stopwatch.GetElapsedTime(began);
        if (Kept)
        {
            if (!_times.TryGetValue(work, out var times))
            {
                _times[work] = times = [];
            }

            times.Add(took);
        }

        return done;
    }
}
