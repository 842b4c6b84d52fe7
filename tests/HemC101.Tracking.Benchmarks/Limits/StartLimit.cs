using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Benchmarks.Yardsticks;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>From the start of the published process to its first page, on a database that is there already.</summary>
internal sealed class StartLimit(Lazy<Task<BusySite>> filled) : ILimit
{
    private const double Seconds = 2;

    public string Name => "start";

    public async Task MeasureAsync(Course course, Report report)
    {
        var site = await filled.Value;
        report.Heading("Published start to first page, existing database");
        List<TimeSpan> starts = [], work = [], bareStarts = [];
        for (var start = 0; start < course.Starts; start++)
        {
            await using var process = await SiteProcess.StartAsync(course.Program, site.Data);
            starts.Add(process.StartedWithin);
            work.Add(System.Diagnostics.Process.GetProcessById(process.Id).TotalProcessorTime);
            await using var bare = await BareSite.StartAsync(site.Data);
            bareStarts.Add(bare.StartedWithin);
        }

        Write(new(starts), new(work), new(bareStarts), report);
    }

    private static void Write(Samples measured, Samples work, Samples yardstick, Report report)
    {
        report.Limit($"start, median of {measured.Count}", measured.Median / 1000, Seconds, "s");
        report.Note("slowest", measured.Worst / 1000, "s");
        report.Note("processor time", work.Median / 1000, "s");
        report.Note("load of the machine meanwhile", Machine.Load, "");
        report.Note("start of a bare Razor page", yardstick.Median / 1000, "s");
        report.Note("start, against a bare Razor page", measured.Median / yardstick.Median, "times");
    }
}
