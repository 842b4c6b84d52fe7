using HemC101.Tracking.Benchmarks.Crashes;
using HemC101.Tracking.Benchmarks.Limits;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Benchmarks.Yardsticks;

namespace HemC101.Tracking.Benchmarks;

/// <summary>Holds the published application to its limits of time and memory. Exit code 1 when one of them is missed.</summary>
internal static class Bench
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [BareSite.Command, var database, .. var rest])
        {
            return await BareSite.RunAsync(database, rest);
        }

        if (args is [CrashWriter.Command, var file, var run])
        {
            return await CrashWriter.RunAsync(file, run);
        }

        if (Course.Of(args) is not { } course)
        {
            await Console.Error.WriteLineAsync(Course.Usage);
            return 2;
        }

        var report = new Report(Console.Out);
        report.Heading(Machine.Describe());
        var site = new Lazy<Task<BusySite>>(BusySite.FillAsync);
        ILimit[] limits =
        [
            new ReaderLimit(), new FuzzLimit(), new SymbolLimit(), new LabelLimit(), new ReportLimit(), new AppendLimit(), new ScanLimit(site), new StartLimit(site), new MemoryLimit(), new GrowthLimit(site),
            new CrowdLimit(), new NodesLimit(), new CrashLimit(), new SoakLimit(),
            new PropertyLimit(),
        ];
        foreach (var limit in limits.Where(limit => course.Only is null ? !limit.OnRequest : limit.Name == course.Only))
        {
            await limit.MeasureAsync(course, report);
        }

        if (site.IsValueCreated)
        {
            (await site.Value).Dispose();
        }

        return report.FellShort ? 1 : 0;
    }
}
