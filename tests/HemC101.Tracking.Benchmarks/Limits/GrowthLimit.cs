using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Benchmarks.Growth;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>
/// The same site with 60 participants and with 10,000 (1,000 in a quick run; as many as <c>HEMC101_BENCH_PARTICIPANTS</c> says), turn by
/// turn.
/// </summary>
internal sealed class GrowthLimit(Lazy<Task<BusySite>> filled) : ILimit
{
    private const double Times = 1.3;
    private const double Megabytes = 300;
    private const double StartSeconds = 3;
    private const double TraceMilliseconds = 200;
    private const double EntriesASecond = 250_000;
    private const int Few = 60;

    private static readonly string[] Compared = [AtTheBed.Band, AtTheBed.Bag, AtTheBed.Stopped, PageOf.Chain];

    public string Name => "growth";

    public async Task MeasureAsync(Course course, Report report)
    {
        var site = await filled.Value;
        var many = Environment.GetEnvironmentVariable("HEMC101_BENCH_PARTICIPANTS") is { } asked
            ? int.Parse(asked, CultureInfo.InvariantCulture)
            : course.Quick ? 1_000 : 10_000;
        using var small = await GrownSite.GrowAsync(site.Data, site.Finished.Coi, Few);
        using var large = await GrownSite.GrowAsync(site.Data, site.Finished.Coi, many);
        report.Heading($"Growth: {Few} participants and {small.Entries} entries, beside {many} participants and {large.Entries} entries");
        await CompareAsync(course, site, small, large, report);
        await UpgradeAsync(course, site, large, report);
        await VerifyAsync(large, report);
    }

    private static async Task CompareAsync(Course course, BusySite site, GrownSite small, GrownSite large, Report report)
    {
        await using var few = await SiteProcess.StartAsync(course.Program, small.Data, BusySite.Unhindered);
        await using var many = await SiteProcess.StartAsync(course.Program, large.Data, BusySite.Unhindered);
        using var fewAtBed = await Tablet.SignInAsync(few.Address, site.First(Role.WardNurse));
        using var manyAtBed = await Tablet.SignInAsync(many.Address, site.First(Role.WardNurse));
        var (before, after) = (On(fewAtBed, site), On(manyAtBed, site));
        await course.Turns.TakeAsync(before, after);

        foreach (var work in Compared)
        {
            report.Limit($"{work}, grown against small", after.Timings.Of(work).Median / before.Timings.Of(work).Median, Times, "times");
            report.Note(work, after.Timings.Of(work).Median, "ms");
        }

        report.Note($"{PageOf.Work}, grown against small", after.Timings.Of(PageOf.Work).Median / before.Timings.Of(PageOf.Work).Median, "times");
        report.Note(PageOf.Work, after.Timings.Of(PageOf.Work).Median, "ms");
        report.Limit(PageOf.Trace, await TraceAsync(site, many, course), TraceMilliseconds, "ms");
        report.Limit("start on the grown database", many.StartedWithin.TotalSeconds, StartSeconds, "s");
        report.Limit("resident memory on the grown database, peak", ResidentMemory.Peak(many.Id), Megabytes, "MB");
    }

    /// <summary>Another edition of the rule book looks at every chain anew; until it has, lists of work fold them all.</summary>
    private static async Task UpgradeAsync(Course course, BusySite site, GrownSite large, Report report)
    {
        large.LetRestUnderOlderRules();
        await using var upgraded = await SiteProcess.StartAsync(course.Program, large.Data, BusySite.Unhindered);
        var began = Stopwatch.GetTimestamp();
        using var tablet = await Tablet.SignInAsync(upgraded.Address, site.First(Role.WardNurse));
        report.Note("first list of work after an upgrade", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        while (large.AtRestUnderOlderRules > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        report.Note("all chains looked at anew after an upgrade", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        report.Limit("resident memory after an upgrade, peak", ResidentMemory.Peak(upgraded.Id), Megabytes, "MB");
    }

    /// <returns>The median of opening the page, in milliseconds.</returns>
    private static async Task<double> TraceAsync(BusySite site, SiteProcess many, Course course)
    {
        using var tablet = await Tablet.SignInAsync(many.Address, site.First(Role.QualityAssurance));
        var timings = new Timings();
        for (var turn = 0; turn <= course.Rounds * 10; turn++)
        {
            timings.Kept = turn > 0;
            await timings.TimeAsync(PageOf.Trace, () => tablet.GetAsync($"/Quality/Trace/{Template.LotOf(0, 0)}"));
        }

        return timings.Of(PageOf.Trace).Median;
    }

    private static Apart On(Tablet tablet, BusySite site) => new(
        new AtTheBed(new(tablet), site.AtTheBed, site.Stranger, site.First(Role.WardNurse)), new PageOf(tablet, site.AtTheBed));

    /// <exception cref="InvalidOperationException">What was measured is no ledger that holds.</exception>
    private static async Task VerifyAsync(GrownSite site, Report report)
    {
        await using var database = new Database(site.Database);
        await using var session = await database.ReadAsync(CancellationToken.None);
        var began = Environment.CpuUsage.TotalTime;
        var verified = await EventLedger.VerifyAsync(session, [], CancellationToken.None);
        var ledger = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        Refuse(verified.First?.Text);
        report.AtLeast("verify, entries of the ledger a second of one core", verified.Rows / ledger, EntriesASecond, "");
        Refuse((await ProjectionCheck.FindAsync(session, CancellationToken.None))?.Text);
        report.Note("verify with all tables, entries a second of one core", verified.Rows / (Environment.CpuUsage.TotalTime - began).TotalSeconds, "");
    }

    private static void Refuse(Text? broken)
    {
        if (broken is { } text)
        {
            throw new InvalidOperationException(text.En);
        }
    }
}
