using HemC101.Tracking.Benchmarks.Crowds;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Half an hour (two minutes in a quick run) of steady work of a few people on SQLite: the last third is as light and as fast as the middle one.</summary>
internal sealed class SoakLimit : ILimit
{
    private const double Growth = 1.1;
    private const double Slowing = 1.3;
    private const int Few = 4;
    private const int Participants = 1_000;

    /// <summary>As long as a course gets: nobody has tens of thousands of reactions, which a site would have to hold while they last.</summary>
    private const int Each = 300;

    private static readonly TimeSpan Full = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Quick = TimeSpan.FromMinutes(2);

    /// <summary>Between two steps of one person: a steady load leaves the machine room.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Between two looks at the memory.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public string Name => "soak";

    public bool OnRequest => true;

    public async Task MeasureAsync(Course course, Report report)
    {
        var third = (course.Quick ? Quick : Full) / 3;
        report.Heading($"Soak: {Few} clients for {3 * third.TotalMinutes} minutes");
        using var reactions = await Reactions.PrepareAsync(Participants);
        await using var process = await SiteProcess.StartAsync(course.Program, reactions.Data, BusySite.Quietly);
        using var crowd = await reactions.GatherInTurnAsync(Few, Each, process.Address);
        List<(Pace Pace, Samples Memory)> thirds = [];
        while (thirds.Count < 3)
        {
            thirds.Add(await WorkAsync(crowd, process, third));
        }

        var (middle, last) = (thirds[1], thirds[2]);
        report.Limit("resident memory, last third against the middle one", last.Memory.Median / middle.Memory.Median, Growth, "times");
        report.Limit("median of a step, last third against the middle one", last.Pace.Times.Median / middle.Pace.Times.Median, Slowing, "times");
        foreach (var (pace, memory) in thirds)
        {
            report.Say($"a third: {memory.Median:0} MB, at most {memory.Worst:0} MB; step {pace.Times.Median:0.00} ms, 95 of 100 within {pace.Times.Percentile95:0.00} ms; {pace.PerSecond:0} steps a second");
        }

        report.Note("steps", crowd.Answered, "");
        await using var database = new Database(reactions.DatabaseFile);
        await reactions.CheckAsync(database, crowd.Answered);
    }

    private static async Task<(Pace Pace, Samples Memory)> WorkAsync(Crowd crowd, SiteProcess process, TimeSpan third)
    {
        List<TimeSpan> megabytes = [];
        var work = crowd.AskAsync(third, Pause);
        while (!work.IsCompleted)
        {
            megabytes.Add(TimeSpan.FromMilliseconds(ResidentMemory.Now(process.Id)));
            await Task.WhenAny(work, Task.Delay(Look));
        }

        return (await work, new(megabytes));
    }
}
