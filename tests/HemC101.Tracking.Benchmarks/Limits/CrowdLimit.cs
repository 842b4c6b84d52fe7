using HemC101.Tracking.Benchmarks.Crowds;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Benchmarks.Yardsticks;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Durable steps a second by the form post of a whole step on SQLite, beside a bare endpoint that makes its insert into the ledger and nothing else.</summary>
internal sealed class CrowdLimit : ILimit
{
    private const double OfTheBareEndpoint = 0.35;
    private const double OfTheBareCommit = 4;
    private const int Many = 64;

    public string Name => "crowd";

    public async Task MeasureAsync(Course course, Report report)
    {
        report.Heading($"Durable steps by form post on SQLite, {Many} clients and one");
        using var reactions = await Reactions.PrepareAsync(Many);
        await using var process = await SiteProcess.StartAsync(course.Program, reactions.Data, BusySite.Quietly);
        await using var bare = await BareSite.StartAsync(reactions.Data);
        using var many = await reactions.GatherAsync(Many, Many, process.Address);
        using var one = await reactions.GatherAsync(1, 1, process.Address);
        await many.WarmAsync();

        await using var database = new Database(reactions.DatabaseFile);
        var data = await reactions.DataOfOneAsync(database);
        var bytes = await reactions.BytesOfOneAsync(database);
        using var bareMany = await BareAsync(Many, bare, BareSite.LedgerCommit, data);
        using var bareOne = await BareAsync(1, bare, BareSite.LedgerCommit, data);
        using var plain = await BareAsync(Many, bare, BareSite.SharedCommit, bytes);
        await bareMany.WarmAsync();
        await plain.WarmAsync();

        WriteMany(await Contest.HoldAsync(course, many, bareMany), report);
        report.Note($"{Many} clients, of a bare endpoint with as many bytes in a table of one column", (await Contest.HoldAsync(course, many, plain)).Throughput, "");
        WriteOne(await Contest.HoldAsync(course, one, bareOne), report);
        report.Note("bytes of a step in the ledger", bytes.Length, "B");
        report.Note("load of the machine meanwhile", Machine.Load, "");
        await reactions.CheckAsync(database, many.Answered + one.Answered);
    }

    private static Task<Crowd> BareAsync(int clients, SiteProcess bare, string endpoint, string bytes) =>
        Crowd.GatherAsync(clients, _ => Task.FromResult<IClient>(new BareClient(bare.Address, endpoint, bytes)));

    private static void WriteMany(Contest held, Report report)
    {
        report.AtLeast($"{Many} clients, steps against the bare endpoint with the same shared insert", held.Throughput, OfTheBareEndpoint, "");
        report.Note($"{Many} clients, steps a second", held.PerSecond, "");
        report.Note($"{Many} clients, bare endpoint, a second", held.BarePerSecond, "");
        report.Note($"{Many} clients, median of a step", held.MeasuredMedian, "ms");
    }

    private static void WriteOne(Contest held, Report report)
    {
        report.Limit("one client, median of a step against the bare endpoint", held.Slowness, OfTheBareCommit, "times");
        report.Note("one client, median of a step", held.MeasuredMedian, "ms");
        report.Note("one client, median of the bare endpoint", held.BareMedian, "ms");
    }
}
