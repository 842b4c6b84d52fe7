using System.Net;
using AngleSharp;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Demo;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HemC101.Tracking.Web.Tests.Demo;

public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-demo-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task FirstStart_EmptyFolder_HasParticipantsAtSevenStages_AndSecondStartChangesNothing()
    {
        var page = await GetAsync(demo: true, "/Demo");

        await using var database = new Database(Path.Combine(_data.FullName, "hemc101.db"));
        var chains = await ChainRows.ListAsync(database, default);
        var before = await EventLedger.VerifyAsync(database, default);
        await GetAsync(demo: true, "/Demo");
        var after = await EventLedger.VerifyAsync(database, default);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            [
                ProductState.Enrolled, ProductState.Collected, ProductState.Manufacturing, ProductState.AwaitingRelease,
                ProductState.Split, ProductState.Split, ProductState.Completed,
            ],
            chains.Select(chain => chain.ProductState));
        Assert.Null(before.First);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Page_InDemo_ShowsEveryBadgeWithItsPin()
    {
        var (_, html) = await GetAsync(demo: true, "/Demo");

        using var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        var cards = document.QuerySelectorAll(".code-card").Select(card => card.TextContent).ToList();
        Assert.All(DemoPeople.All, person => Assert.Contains(cards, card => card.Contains(person.FullName) && card.Contains(person.Pin)));
        Assert.Contains(document.QuerySelectorAll("[data-copy]"), copy => copy.GetAttribute("data-copy")!.StartsWith("8018", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OutsideTheDemo_DoesNotExist()
    {
        var (status, _) = await GetAsync(demo: false, "/Demo");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Start_DatabaseOfTheOtherKind_IsRefused()
    {
        var path = Path.Combine(_data.FullName, "hemc101.db");
        Migrator.Migrate(path);
        await using var database = new Database(path);

        Assert.Null(await DemoMarker.RefusalAsync(database, asDemo: true, default));
        Assert.Null(await DemoMarker.RefusalAsync(database, asDemo: false, default));

        await using (var uow = await database.BeginAsync(default))
        {
            await EventLedger.AppendAsync(
                uow, "study-settings", 0, DateTimeOffset.UnixEpoch, [new NewEntry("X", 1, DateTimeOffset.UnixEpoch, "setup", "setup", "{}")], default);
            await uow.CommitAsync(default);
        }

        Assert.Equal(DemoMarker.NotADemo, await DemoMarker.RefusalAsync(database, asDemo: true, default));

        await DemoMarker.WriteAsync(database, DateTimeOffset.UnixEpoch, default);

        Assert.Equal(DemoMarker.OnlyADemo, await DemoMarker.RefusalAsync(database, asDemo: false, default));
        Assert.Equal(DemoMarker.Unfinished, await DemoMarker.RefusalAsync(database, asDemo: true, default));

        await DemoMarker.FinishAsync(database, DateTimeOffset.UnixEpoch, default);

        Assert.Null(await DemoMarker.RefusalAsync(database, asDemo: true, default));
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(bool demo, string path)
    {
        await using var plain = new WebApplicationFactory<Program>();
        await using var site = plain.WithWebHostBuilder(host =>
            host.UseSetting("Data:Directory", _data.FullName).UseSetting("Demo:Enabled", demo ? "true" : "false"));
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
