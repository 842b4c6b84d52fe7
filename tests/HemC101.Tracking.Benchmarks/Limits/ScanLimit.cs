using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Benchmarks.Yardsticks;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>From the scan to the page with the verdict, over HTTP, one client; beside it what the machine needs for the bare parts.</summary>
internal sealed class ScanLimit(Lazy<Task<BusySite>> filled) : ILimit
{
    private const double Milliseconds = 8;

    private static readonly string[] Scans =
    [
        AtTheStep.Accepted, AtTheStep.Refused, AtTheStep.Stopped, AtTheBed.Band, AtTheBed.Bag, AtTheBed.Refused, AtTheBed.Stopped,
    ];

    private static readonly string[] Yardsticks = [Bare.LoneCommit, Bare.RazorPage, Bare.Commit];

    public string Name => "scan";

    public async Task MeasureAsync(Course course, Report report)
    {
        var site = await filled.Value;
        report.Heading("Scan to verdict over HTTP on SQLite, one client, median");
        await using var process = await SiteProcess.StartAsync(course.Program, site.Data, BusySite.Unhindered);
        await using var bare = await BareSite.StartAsync(site.Data);
        using var table = new BareTable(Path.Combine(site.Data.FullName, "bare.db"));
        await table.CreateAsync();
        using var client = new HttpClient { BaseAddress = bare.Address };
        using var transport = await Tablet.SignInAsync(process.Address, site.First(Role.ApheresisNurse));
        using var ward = await Tablet.SignInAsync(process.Address, site.First(Role.WardNurse));

        var timings = await course.Turns.TakeAsync(
            new AtTheStep(new(transport), site.AtTheStep),
            new AtTheBed(new(ward), site.AtTheBed, site.Stranger, site.First(Role.WardNurse)),
            new Bare(client, table));

        await CheckRecordAsync(site, course.Turns.All * (AtTheStep.RefusalsATurn + AtTheBed.RefusalsATurn));
        Write(timings, report);
        report.Note("resident memory of the site, peak", ResidentMemory.Peak(process.Id), "MB");
    }

    /// <exception cref="InvalidOperationException">Refusals were answered and not kept: what was measured is not the real work.</exception>
    private static async Task CheckRecordAsync(BusySite site, int refused)
    {
        if (await site.NearMissesAsync() is var kept && kept != refused)
        {
            throw new InvalidOperationException($"{refused} scans were refused; the ledger keeps {kept} of them.");
        }
    }

    private static void Write(Timings timings, Report report)
    {
        foreach (var scan in Scans)
        {
            report.Limit(scan, timings.Of(scan).Median, Milliseconds, "ms");
            report.Note("95 of 100 within", timings.Of(scan).Percentile95, "ms");
        }

        foreach (var yardstick in Yardsticks)
        {
            report.Note(yardstick, timings.Of(yardstick).Median, "ms");
        }

        foreach (var yardstick in Yardsticks)
        {
            report.Note($"{AtTheStep.Refused}, against {yardstick}", timings.Of(AtTheStep.Refused).Median / timings.Of(yardstick).Median, "times");
        }
    }
}
