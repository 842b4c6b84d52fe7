using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Durability;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>A lived-in site moves from its file to a server, and work goes on there.</summary>
public sealed class CopyCommandTests : IDisposable
{
    private const int Answers = 25;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-copy-");

    public void Dispose() => _data.Delete(recursive: true);

    [PostgresFact]
    public async Task Copy_OfALivedInSite_VerifiesThere_AndItsPeopleWorkOn()
    {
        using var server = new ServerDatabase();
        var crew = (await FreshSite.FillAsync(_data, [], DemoLeg.Main, DemoLeg.UpTo("bag.issue", "1"))).Crew;
        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync("", "seal", "--database", FreshSite.DatabaseIn(_data))).Code);

        await using var running = await SiteProcess.StartAsync(_data, []);

        var (code, answer, error) = await Terminal.RunAsync("", "copy", "--from", FreshSite.DatabaseIn(_data), "--to", server.ConnectionString);

        Assert.Equal((ExitCode.Good, ""), (code, error));
        Assert.Contains("1 seals", answer, StringComparison.Ordinal);
        await AssertLeftAsync(running, crew);
        var acknowledged = await WorkAsync(server, crew);
        await using var database = new Database(server.Address);
        await Kept.AssertAsync(database, acknowledged);
        await AssertTablesAgreeAsync(database);
        server.Run("drop table thing_use; delete from schemaversions where scriptname like '%0013_thing_use%'");
        Migrator.Migrate(server.Address);
        await AssertTablesAgreeAsync(database);
    }

    [PostgresFact]
    public async Task Copy_ToADatabaseInUse_SaysNo()
    {
        using var server = new ServerDatabase();
        Migrator.Migrate(server.Address);
        await FreshSite.FillAsync(_data, []);

        var (code, _, error) = await Terminal.RunAsync("", "copy", "--from", FreshSite.DatabaseIn(_data), "--to", server.ConnectionString);

        Assert.Equal(ExitCode.No, code);
        Assert.Contains("holds tables already", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy")]
    [InlineData("copy", "--from", "site.db")]
    [InlineData("copy", "site.db", "--from", "site.db", "--to", "Host=db;Database=hemc101")]
    public async Task Copy_WithoutBothEnds_SaysHowItIsWritten(params string[] line)
    {
        var (code, _, error) = await Terminal.RunAsync("", line);

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Contains("--from <SQLite file> --to <PostgreSQL connection string>", error, StringComparison.Ordinal);
    }

    private static async Task AssertTablesAgreeAsync(Database database)
    {
        await using var session = await database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    /// <summary>The site that still runs on the old file records nothing more, says so, and does not start again.</summary>
    private async Task AssertLeftAsync(SiteProcess running, IReadOnlyList<CrewMember> crew)
    {
        using (var desk = new BusyDesk(running.Address, crew, "late", new Acknowledged()))
        {
            await Assert.ThrowsAsync<HttpRequestException>(desk.SignInAsync);
        }

        await SaysAsync(running, "takes nothing more");
        await running.KillAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SiteProcess.StartAsync(_data, []));
        Assert.Contains("was moved to the server", refused.Message, StringComparison.Ordinal);
        Assert.Contains("перенесён на сервер", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What a process says comes here a moment later.</summary>
    private static async Task SaysAsync(SiteProcess site, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!site.Output.Contains(words, StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, site.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task<Acknowledged> WorkAsync(ServerDatabase server, IReadOnlyList<CrewMember> crew)
    {
        var acknowledged = new Acknowledged();
        await using var site = await SiteProcess.StartAsync(_data, server.Arguments);
        using var desk = new BusyDesk(site.Address, crew, "c", acknowledged);
        await desk.SignInAsync();
        var work = desk.WorkAsync();
        while (acknowledged.Count < Answers && !work.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await site.KillAsync();
        await work;
        Assert.True(acknowledged.Count >= Answers, site.Output);
        return acknowledged;
    }
}
