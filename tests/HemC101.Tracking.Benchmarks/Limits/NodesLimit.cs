using HemC101.Tracking.Benchmarks.Crowds;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Nodes;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Two nodes of the published site on one PostgreSQL database: nothing lost, and how fast beside pgbench with the same statements.</summary>
internal sealed class NodesLimit : ILimit
{
    private const double OfPgBench = 0.3;
    private const int Many = 64;
    private const int Contested = 4;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5);

    private static readonly int[] Connections = [2, 4, 8, 16, 32];

    public string Name => "nodes";

    public async Task MeasureAsync(Course course, Report report)
    {
        report.Heading($"Two nodes on one PostgreSQL database, {Many} clients");
        if (WhyNot() is { } why)
        {
            report.Say($"Not measured: {why}");
            return;
        }

        using var reactions = await Reactions.PrepareAsync(Many);
        using var server = new ServerDatabase();
        using var apart = new ServerDatabase();
        await reactions.CopyToAsync(server.Address);
        await reactions.CopyToAsync(apart.Address);
        string[] arguments = [.. server.Arguments, .. BusySite.Quietly];
        await using var first = await SiteProcess.StartAsync(course.Program, reactions.Data, arguments);
        await using var second = await SiteProcess.StartAsync(course.Program, reactions.Data, arguments);
        using var crowd = await reactions.GatherAsync(Many, Many, first.Address, second.Address);
        using var contest = await reactions.GatherAsync(Many, Contested, first.Address, second.Address);
        await crowd.AskAsync(Warming);

        await using var database = new Database(server.Address);
        await RaceAsync(course, reactions, database, crowd, apart, report);
        var contested = await contest.AskAsync(course.Round * course.Rounds);
        report.Note($"{Many} clients on {Contested} chains, steps a second", contested.PerSecond, "");
        report.Limit("acknowledged steps that the ledger lacks, or has twice", await reactions.MissedAsync(database, crowd.Answered + contest.Answered), 1, "");
        report.Note("acknowledged steps", crowd.Answered + contest.Answered, "");
        report.Note("load of the machine meanwhile", Machine.Load, "");
    }

    private static string? WhyNot() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable))
            ? $"{PostgresFactAttribute.Variable} names no PostgreSQL server. Run through tests/with-postgres."
            : PgBench.Program is null ? "there is no pgbench on this machine. Install Debian's postgresql." : null;

    private static async Task RaceAsync(Course course, Reactions reactions, Database database, Crowd crowd, ServerDatabase apart, Report report)
    {
        using var bench = new PgBench(apart.ConnectionString, await reactions.ChainsAsync(), (await reactions.DataOfOneAsync(database)).Length);
        var best = await BestAsync(bench, course.Round, report);
        List<double> ratios = [], rates = [], yardsticks = [], times = [];
        for (var round = 0; round < course.Rounds; round++)
        {
            var pace = await crowd.AskAsync(course.Round);
            var yardstick = await bench.RunAsync(best, course.Round);
            rates.Add(pace.PerSecond);
            times.Add(pace.Times.Median);
            yardsticks.Add(yardstick);
            ratios.Add(pace.PerSecond / yardstick);
        }

        report.AtLeast("two nodes, steps against pgbench with the same statements", Median(ratios), OfPgBench, "");
        report.Note("two nodes, steps a second", Median(rates), "");
        report.Note("two nodes, median of a step", Median(times), "ms");
        report.Note($"pgbench at {best} connections, transactions a second", Median(yardsticks), "");
    }

    private static async Task<int> BestAsync(PgBench bench, TimeSpan duration, Report report)
    {
        var (best, fastest) = (0, 0.0);
        foreach (var connections in Connections)
        {
            var rate = await bench.RunAsync(connections, duration);
            report.Note($"pgbench, {connections} connections", rate, "");
            (best, fastest) = rate > fastest ? (connections, rate) : (best, fastest);
        }

        return best;
    }

    private static double Median(IEnumerable<double> values) => new Samples(values.Select(TimeSpan.FromMilliseconds)).Median;
}
