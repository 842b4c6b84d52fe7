using System.Diagnostics;
using HemC101.Tracking.Web.Tests.Property;

namespace HemC101.Tracking.Benchmarks.Measuring;

/// <summary>What several workers have done together.</summary>
internal sealed class DayCount(int wanted, Report report)
{
    private readonly Lock _turn = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private int _seed = Environment.TickCount;

    public int Days { get; private set; }

    public int Commands { get; private set; }

    public bool GoesOn => Commands < wanted;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    public int NextSeed() => Interlocked.Increment(ref _seed);

    public void Add(string day, Tally tally)
    {
        lock (_turn)
        {
            (Days, Commands) = (Days + 1, Commands + tally.Commands);
            report.Say($"day {Days}, {day}: {tally}; {Commands} in {Elapsed.TotalSeconds:0} s");
        }
    }
}
