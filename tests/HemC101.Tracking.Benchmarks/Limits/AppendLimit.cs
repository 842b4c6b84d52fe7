using HemC101.Tracking.Benchmarks.Appends;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Durable entries a second on SQLite: units of work that share a commit, beside the same ones with a commit each.</summary>
internal sealed class AppendLimit : ILimit
{
    private const double Times = 3;
    private const int Crowd = 64;

    private static readonly TimeSpan Warming = TimeSpan.FromMilliseconds(500);

    private static readonly int[] Callers = [1, 8, Crowd];

    public string Name => "append";

    public async Task MeasureAsync(Course course, Report report)
    {
        report.Heading("Durable entries a second on SQLite, shared commits beside one commit each");
        var data = Directory.CreateTempSubdirectory("hemc101-bench-append-");
        try
        {
            await using var shared = Open(data, "shared.db", new WriterLimits());
            await using var single = Open(data, "single.db", new WriterLimits { LargestBatch = 1 });
            await MeasureAsync(new(shared), new(single), course, report);
            await CheckAsync(shared);
            await CheckAsync(single);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(AppendRate shared, AppendRate single, Course course, Report report)
    {
        await shared.MeasureAsync(Crowd, Warming);
        await single.MeasureAsync(Crowd, Warming);
        foreach (var callers in Callers)
        {
            List<double> ratios = [], rates = [];
            List<Samples> times = [];
            for (var round = 0; round < course.Rounds; round++)
            {
                var (together, answers) = await shared.MeasureAsync(callers, course.Round);
                var (each, _) = await single.MeasureAsync(callers, course.Round);
                rates.Add(together);
                ratios.Add(together / each);
                times.Add(answers);
            }

            Write(callers, Median(rates), Median(ratios), Median([.. times.Select(time => time.Median)]), report);
        }
    }

    private static void Write(int callers, double rate, double ratio, double answer, Report report)
    {
        if (callers == Crowd)
        {
            report.AtLeast($"{callers} callers, shared against one commit each", ratio, Times, "times");
        }
        else
        {
            report.Note($"{callers} callers, shared against one commit each", ratio, "times");
        }

        report.Note($"{callers} callers, durable entries a second", rate, "");
        report.Note($"{callers} callers, median of an answer", answer, "ms");
    }

    private static Database Open(DirectoryInfo data, string name, WriterLimits limits)
    {
        var address = DatabaseAddress.OfFile(Path.Combine(data.FullName, name));
        Migrator.Migrate(address);
        return new(address, limits);
    }

    /// <exception cref="InvalidOperationException">What was measured is not a ledger that holds.</exception>
    private static async Task CheckAsync(Database database)
    {
        if ((await EventLedger.VerifyAsync(database, CancellationToken.None)).First is { } broken)
        {
            throw new InvalidOperationException(broken.Text.En);
        }
    }

    private static double Median(IEnumerable<double> values) => new Samples(values.Select(TimeSpan.FromMilliseconds)).Median;
}
