using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>What the demonstration holds of the machine's memory: it plays its past, then every role looks at what it may open.</summary>
internal sealed class MemoryLimit : ILimit
{
    private const double Megabytes = 220;

    public string Name => "memory";

    public async Task MeasureAsync(Course course, Report report)
    {
        report.Heading("Resident memory of the demonstration");
        var data = Directory.CreateTempSubdirectory("hemc101-bench-demo-");
        try
        {
            await using var demo = await SiteProcess.StartAsync(course.Program, data, DemoArguments.Switch);
            var seeded = ResidentMemory.Now(demo.Id);
            var pages = await VisitAsync(demo.Address);

            report.Limit($"peak, after seeding and {pages} pages", ResidentMemory.Peak(demo.Id), Megabytes, "MB");
            report.Note("after seeding", seeded, "MB");
            report.Note($"after {pages} pages", ResidentMemory.Now(demo.Id), "MB");
            report.Note("first start, seeding included", demo.StartedWithin.TotalSeconds, "s");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<int> VisitAsync(Uri site)
    {
        var pages = 0;
        foreach (var person in DemoPeople.All.DistinctBy(person => person.Role))
        {
            using var tablet = await Tablet.SignInAsync(site, "Password", ("UserName", person.UserName), ("Password", person.Password));
            pages += await new Visitor(tablet).LookAroundAsync();
        }

        return pages;
    }
}
