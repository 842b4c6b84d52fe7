using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Tests.Scans.Fuzz;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Two million made-up and damaged scans: no exception, and nothing accepted that the standards' own grammar refuses.</summary>
internal sealed class FuzzLimit : ILimit
{
    private const int Inputs = 2_000_000;
    private const int QuickInputs = 200_000;

    public string Name => "fuzz";

    public Task MeasureAsync(Course course, Report report)
    {
        report.Heading("Random and mutated scans through the reader");
        var seed = Environment.TickCount;
        var began = Stopwatch.GetTimestamp();
        var run = ReaderFuzz.Run(course.Quick ? QuickInputs : Inputs, seed);
        report.Limit("inputs with an exception or accepted garbage", run.Complaints.Count, 1, "");
        report.Note("inputs", run.Inputs, "");
        report.Note("of them understood", run.Accepted, "");
        report.Note("seed", seed, "");
        report.Note("took", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        foreach (var complaint in run.Complaints)
        {
            report.Say(complaint);
        }

        return Task.CompletedTask;
    }
}
