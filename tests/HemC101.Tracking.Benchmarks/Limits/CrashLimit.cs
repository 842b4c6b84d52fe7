using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Benchmarks.Crashes;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Durability;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>
/// SIGKILL, many times: what was acknowledged is there, what was not is wholly there or absent, and the ledger verifies.
/// </summary>
internal sealed class CrashLimit : ILimit
{
    private const int Answers = 40;
    private const int Kills = 100;
    private const int QuickKills = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Name => "crash";

    public async Task MeasureAsync(Course course, Report report)
    {
        var kills = course.Quick ? QuickKills : Kills;
        report.Heading($"Killed {kills} times each");
        await WriterAsync(kills, report);
        await ServerAsync(course, kills, report);
        if (Programs.Find(Programs.Postgres) is null)
        {
            report.Say("The PostgreSQL primary was not killed: there is none on this machine. Install Debian's postgresql.");
            return;
        }

        await PrimaryAsync(course, kills, report);
    }

    private static async Task WriterAsync(int kills, Report report)
    {
        var began = Stopwatch.GetTimestamp();
        using var writer = new WriterCrashes();
        for (var kill = 1; kill <= kills; kill++)
        {
            await writer.KillAsync(string.Create(CultureInfo.InvariantCulture, $"{kill}"));
        }

        Write("writer of SQLite in mid-batch", kills, writer.Acknowledged, began, report);
        report.Note("units kept that nobody was told of", writer.Unheard, "");
    }

    private static async Task ServerAsync(Course course, int kills, Report report)
    {
        var began = Stopwatch.GetTimestamp();
        var data = Directory.CreateTempSubdirectory("hemc101-bench-kill-");
        var crew = (await FreshSite.FillAsync(data, BusySite.Quietly)).Crew;
        var acknowledged = new Acknowledged();
        for (var kill = 1; kill <= kills; kill++)
        {
            await using var server = await SiteProcess.StartAsync(course.Program, data, BusySite.Quietly);
            await DesksAtWork.UntilAsync(server, crew, NameOf(kill), acknowledged, Answers, server.KillAsync);
        }

        await CheckAsync(DatabaseAddress.OfFile(FreshSite.DatabaseIn(data)), acknowledged);
        data.Delete(recursive: true);
        Write("server on SQLite under load", kills, acknowledged.Count, began, report);
    }

    private static async Task PrimaryAsync(Course course, int kills, Report report)
    {
        var began = Stopwatch.GetTimestamp();
        await using var primary = await OwnServer.StartNewAsync();
        var data = Directory.CreateTempSubdirectory("hemc101-bench-kill-");
        string[] arguments = [.. primary.Arguments, .. BusySite.Quietly];
        var crew = (await FreshSite.FillAsync(data, arguments)).Crew;
        var acknowledged = new Acknowledged();
        await using (var node = await SiteProcess.StartAsync(course.Program, data, arguments))
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                await DesksAtWork.UntilAsync(node, crew, NameOf(kill), acknowledged, Answers, primary.KillAsync);
                await primary.StartAsync();
                await ReadyAsync(node);
            }
        }

        await CheckAsync(DatabaseAddress.OfServer(primary.ConnectionString), acknowledged);
        data.Delete(recursive: true);
        Write("PostgreSQL primary under load, the node goes on by itself", kills, acknowledged.Count, began, report);
    }

    /// <summary>The rows beside the ledger are those that it explains: no step is there by halves.</summary>
    private static async Task CheckAsync(DatabaseAddress address, Acknowledged acknowledged)
    {
        await using var database = new Database(address);
        await Kept.AssertAsync(database, acknowledged);
        await using var session = await database.ReadAsync(CancellationToken.None);
        if (await ProjectionCheck.FindAsync(session, CancellationToken.None) is { } diverged)
        {
            throw new InvalidOperationException(diverged.Text.En);
        }
    }

    private static async Task ReadyAsync(SiteProcess node)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(client, patience.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
        return answer.IsSuccessStatusCode;
    }

    private static string NameOf(int kill) => string.Create(CultureInfo.InvariantCulture, $"k{kill}");

    /// <summary>Reached only when nothing was lost; a loss ends the run with its sentence.</summary>
    private static void Write(string what, int kills, int acknowledged, long began, Report report)
    {
        report.Limit($"{what}, killed {kills} times, acknowledged and lost", 0, 1, "");
        report.Note("acknowledged", acknowledged, "");
        report.Note("took", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
    }
}
