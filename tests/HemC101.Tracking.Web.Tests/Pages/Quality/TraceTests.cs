using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

public sealed class TraceTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.Main, DemoLeg.UpTo("bag.issue", "1"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Lot_UsedOnTwoChains_ShowsBothAndTheirBags_AndNotTheThird()
    {
        var lots = await Task.WhenAll(_site.Chains.Take(2).Select(async coi => (await _site.ChainAsync(coi)).CurrentBatch!.Lots));
        var shared = lots[0].Intersect(lots[1]).OrderBy(lot => lot.ToString(), StringComparer.Ordinal).First();
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");

        using var page = await tablet.GetAsync($"/Quality/Trace/{shared}");

        var text = page.Body!.TextContent;
        Assert.Equal(_site.Chains.Take(2).Select(coi => $"/Chains/{coi}").Order(StringComparer.Ordinal), Links(page).Order(StringComparer.Ordinal));
        Assert.Equal(["2", "2", "4", "2", "1"], page.QuerySelectorAll("dl.facts dd").Select(fact => fact.TextContent.Trim()));
        Assert.Contains(StateNames.Of(BagState.Infused).En, text, StringComparison.Ordinal);
        Assert.All((await _site.ChainAsync(_site.Chains[1])).Bags, bag => Assert.Contains(StateNames.Of(bag.State).En, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lot_DeliveredTwice_IsTracedAsOne()
    {
        var used = (await _site.ChainAsync(_site.Chains[0])).CurrentBatch!.Lots.First();
        var second = HouseId.Issue(HouseKind.MaterialLot, 77_001);
        await using (var uow = await _site.Database.BeginAsync(default))
        {
            var first = (await HouseThings.FindAsync(uow, used, default))!;
            await HouseThings.AddAsync(uow, first with { HouseId = second }, default);
            await uow.CommitAsync(default);
        }

        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var page = await tablet.GetAsync($"/Quality/Trace/{second}");

        Assert.Contains($"/Chains/{_site.Chains[0]}", Links(page));
        Assert.Contains("every delivery of this lot", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(used.WithCheck, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lot_OfOneCollection_LeadsToTheBagsMadeOfIt()
    {
        var started = (await _site.HistoryAsync(_site.Chains[0])).Select(happened => happened.What).OfType<Tracking.Chain.Events.CollectionStarted>().Single();
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.GetAsync($"/Quality/Trace/{started.Lots[0]}");

        Assert.Contains($"{started.Donation}", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ДЕНЬ 1", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("ДЕНЬ 2", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thing_NobodyUsed_SaysSo_AndOneThatDoesNotExistIsNotFound()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var page = await tablet.GetAsync($"/Quality/Trace/{HouseStock.Of(HouseKind.Seal, 2, 11)}");

        Assert.Contains("Not used on any chain", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync("/Quality/Trace/&m9999999999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync("/Quality/Trace/anything")).StatusCode);
    }

    [Fact]
    public async Task Trace_ForTheWard_IsClosed()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.OpenAsync($"/Quality/Trace/{HouseStock.Of(HouseKind.Seal, 1, 0)}")).StatusCode);
    }

    private static IEnumerable<string> Links(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("table a[href^='/Chains/']").Select(link => link.GetAttribute("href")!);
}
