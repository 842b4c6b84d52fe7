using System.Net;
using AngleSharp.Dom;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Demo;

public sealed class DemoTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task FirstStart_EmptyFolder_HasParticipantsAtEveryPartOfTheWay()
    {
        var chains = await Task.WhenAll((await site.ChainsAsync()).Select(site.ChainAsync));

        Assert.Equal(
            [
                ProductState.Enrolled, ProductState.Collected, ProductState.Manufacturing, ProductState.AwaitingRelease,
                ProductState.Split, ProductState.Split, ProductState.Split, ProductState.Completed,
            ],
            chains.Select(chain => chain.Product));
        Assert.All(chains.Where(chain => chain.LymphodepletionStartedAt is not null), chain =>
        {
            Assert.Equal(BatchState.Released, chain.CurrentBatch!.State);
            Assert.True(chain.CurrentBatch.StagePasses(2));
        });
    }

    [Fact]
    public async Task Ledger_OfThePast_NeverJumpsBackInTime()
    {
        var entries = await EventLedger.ReadAfterAsync(site.Database, 0, 10_000, default);

        Assert.Equal("DemoCreated", entries[0].Type);
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.True(
            pair.First.RecordedAt <= pair.Second.RecordedAt, $"№ {pair.Second.Position} {pair.Second.Type} is earlier than the entry before it."));
        Assert.Null((await EventLedger.VerifyAsync(site.Database, default)).First);
    }

    [Fact]
    public async Task Page_OffersEveryBadgeWithItsPin_AndTheBand_AndTheLabels()
    {
        var coi = (await site.ChainsAsync())[^1];
        var page = await new DemoReader(site, coi).PageAsync();

        var cards = page.QuerySelectorAll(".code-card").Select(card => card.TextContent).ToList();
        Assert.All(DemoPeople.All, person => Assert.Contains(cards, card => card.Contains(person.FullName) && card.Contains(person.Pin)));
        var codes = page.QuerySelectorAll("[data-copy]").Select(copy => copy.GetAttribute("data-copy")!).ToList();
        Assert.Contains(codes, code => code.StartsWith("8018", StringComparison.Ordinal) && code.Contains('\u001d'));
        Assert.InRange(codes.Count(code => code.Contains("=<", StringComparison.Ordinal) && code.Contains(coi.ToString(), StringComparison.Ordinal)), 2, 10);
    }

    [Fact]
    public async Task Page_WithoutAChoice_BeginsWithTheFirstParticipant_AndLeadsToTheNext()
    {
        using var browser = site.NewBrowser();
        var page = await Desk.PageAsync(await browser.GetAsync(new Uri("/Demo", UriKind.Relative)));

        Assert.Equal("apheresis.order", page.QuerySelector("[data-script]")!.GetAttribute("data-script"));
        Assert.Equal($"/Demo?coi={(await site.ChainsAsync())[1]}", page.QuerySelector(".demo-following a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_OfAStepThatIsNotNext_GivesItsScript()
    {
        var reader = new DemoReader(site, (await site.ChainsAsync())[0]);
        var page = await reader.PageAsync("&step=hold.place&target=");

        Assert.Equal("hold.place", page.QuerySelector("[data-script]")!.GetAttribute("data-script"));
        Assert.Contains(page.QuerySelectorAll("details a"), link => link.GetAttribute("href")!.Contains("step=chain.discontinue", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("CHA999926000999")]
    public async Task Page_ForAnUnknownParticipantOrStep_StillLeadsOn(string coi)
    {
        using var browser = site.NewBrowser();
        var page = await Desk.PageAsync(await browser.GetAsync(new Uri($"/Demo?coi={coi}&step=no.such&target=x", UriKind.Relative)));

        Assert.NotNull(page.QuerySelector("[data-script]"));
        using var state = await browser.GetAsync(new Uri($"/Demo?handler=State&coi={coi}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, state.StatusCode);
    }

    [Fact]
    public async Task Page_InEnglish_SpeaksEnglish()
    {
        using var browser = site.NewBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", "hemc101.language=en");
        var page = await Desk.PageAsync(await browser.GetAsync(new Uri("/Demo", UriKind.Relative)));

        var script = page.QuerySelector("[data-script]")!;
        Assert.Equal("Order apheresis", script.QuerySelector("h2")!.TextContent.Trim());
        var spoken = string.Concat(script.QuerySelectorAll("h3, dt, .demo-prompt, button").Select(said => said.ChildNodes.OfType<IText>().Select(text => text.Data)).SelectMany(text => text));
        Assert.DoesNotContain(spoken, letter => letter is >= 'а' and <= 'я');
    }

    [Fact]
    public async Task Things_InUse_AreMarked_AndFreeOnesAreNot()
    {
        using var browser = site.NewBrowser();
        var page = await Desk.PageAsync(await browser.GetAsync(new Uri("/Demo/Codes", UriKind.Relative)));

        var marked = page.QuerySelectorAll(".code-card").Where(card => card.TextContent.Contains("занято или использовано", StringComparison.Ordinal))
            .Select(card => card.QuerySelector("[data-copy]")!.GetAttribute("data-copy")!).ToHashSet();
        var chains = await Task.WhenAll((await site.ChainsAsync()).Select(site.ChainAsync));
        var used = chains.SelectMany(chain => chain.OccupiedThings).Concat(chains.SelectMany(chain => chain.Bags).Select(bag => bag.Position).OfType<Identity.HouseId>());
        Assert.Equal(used.Select(Scans.BarcodeWriter.House).ToHashSet(), marked);
    }

    [Fact]
    public async Task SecondStart_ChangesNothing()
    {
        var before = await EventLedger.VerifyAsync(site.Database, default);
        await using var again = site.WithWebHostBuilder(_ => { });
        using var browser = again.CreateClient();
        using var answer = await browser.GetAsync(new Uri("/Demo", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await EventLedger.VerifyAsync(site.Database, default));
        Assert.Equal(8, (await ChainRows.ListAsync(site.Database, default)).Count);
    }
}
