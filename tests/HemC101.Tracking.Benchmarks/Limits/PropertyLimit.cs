using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Property;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>
/// A million random commands (two thousand in a quick run) in days of their own, as many at once as there are cores, each on a copy of a new
/// database, on SQLite and for every fifth round on PostgreSQL, which is slower, where there is a server. What breaks a promise ends the run with its sentence, and with the day's seed.
/// </summary>
internal sealed class PropertyLimit : ILimit
{
    private const int Full = 1_000_000;
    private const int Quick = 2_000;
    private const int PerDay = 1_000;
    private const int DaysOfACopy = 20;
    private const int OneOnServerIn = 5;
    private const int OneRestartIn = 40;

    public string Name => "property";

    public bool OnRequest => true;

    public async Task MeasureAsync(Course course, Report report)
    {
        var hasServer = Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable) is { Length: > 0 };
        report.Heading($"Random days{(hasServer ? ", on SQLite and PostgreSQL" : " on SQLite")}");
        var count = new DayCount(course.Quick ? Quick : Full, report);
        await Task.WhenAll(from first in Enumerable.Range(0, Environment.ProcessorCount) select Task.Run(() => WorkAsync(count, first, hasServer)));
        report.Limit("days that left something broken", 0, 1, "");
        report.Note("days", count.Days, "");
        report.Note("commands", count.Commands, "");
        report.Note("took", count.Elapsed.TotalSeconds, "s");
    }

    /// <param name="count">Of all workers.</param>
    /// <param name="first">The second worker begins on PostgreSQL.</param>
    /// <param name="hasServer">Whether there is a PostgreSQL to take turns with.</param>
    private static async Task WorkAsync(DayCount count, int first, bool hasServer)
    {
        for (var turn = first; count.GoesOn; turn++)
        {
            var onServer = hasServer && turn % OneOnServerIn == 1;
            using var before = await DayBefore.LiveAsync(onServer ? new() : null);
            for (var copies = 0; copies < DaysOfACopy && count.GoesOn; copies++)
            {
                await LiveAsync(before, count, onServer ? "PostgreSQL" : "SQLite");
            }
        }
    }

    private static async Task LiveAsync(DayBefore before, DayCount count, string store)
    {
        var seed = count.NextSeed();
        try
        {
            await using var day = before.Next();
            await day.RunAsync(Orders(new Random(seed)).Take(PerDay));
            await day.CheckAsync();
            count.Add($"seed {seed} on {store}", day.Tally);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"The day of seed {seed} on {store} broke.", broken);
        }
    }

    /// <summary>A restart takes as long as a hundred commands: most are left out.</summary>
    private static IEnumerable<Order> Orders(Random random) => Order.From(random)
        .Select(order => order.Twist == Twist.RestartAndSentAgain && random.Next(OneRestartIn) > 0 ? order with { Twist = Twist.DeliveredTwice } : order);
}
