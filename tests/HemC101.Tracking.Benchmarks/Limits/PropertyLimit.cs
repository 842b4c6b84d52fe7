using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Property;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>
/// A million random commands (two thousand in a quick run) in days of their own, each on a new database, on SQLite and PostgreSQL by turns
/// where there is a server. What breaks a promise ends the run with its sentence, and with the day's seed.
/// </summary>
internal sealed class PropertyLimit : ILimit
{
    private const int Full = 1_000_000;
    private const int Quick = 2_000;
    private const int PerDay = 600;
    private const int OneRestartIn = 20;

    public string Name => "property";

    public bool OnRequest => true;

    public async Task MeasureAsync(Course course, Report report)
    {
        var wanted = course.Quick ? Quick : Full;
        var hasServer = Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable) is { Length: > 0 };
        report.Heading($"Random days{(hasServer ? ", SQLite and PostgreSQL by turns" : " on SQLite")}");
        var (seed, days, commands) = (Environment.TickCount, 0, 0);
        var began = Stopwatch.GetTimestamp();
        while (commands < wanted)
        {
            var tally = await LiveAsync(seed + days, hasServer && days % 2 == 1 ? new ServerDatabase() : null);
            (days, commands) = (days + 1, commands + tally.Commands);
            report.Say($"day {days}, seed {seed + days - 1}: {tally}; {commands} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        }

        report.Limit("days that left something broken", 0, 1, "");
        report.Note("days", days, "");
        report.Note("commands", commands, "");
        report.Note("took", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
    }

    private static async Task<Tally> LiveAsync(int seed, ServerDatabase? server)
    {
        try
        {
            await using var day = await RandomDay.BeginAsync(server);
            await day.RunAsync(Orders(new Random(seed)).Take(PerDay));
            await day.CheckAsync();
            return day.Tally;
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"The day of seed {seed} on {(server is null ? "SQLite" : "PostgreSQL")} broke.", broken);
        }
    }

    /// <summary>A restart takes as long as a hundred commands: most are left out.</summary>
    private static IEnumerable<Order> Orders(Random random) => Order.From(random)
        .Select(order => order.Twist == Twist.RestartAndSentAgain && random.Next(OneRestartIn) > 0 ? order with { Twist = Twist.DeliveredTwice } : order);
}
