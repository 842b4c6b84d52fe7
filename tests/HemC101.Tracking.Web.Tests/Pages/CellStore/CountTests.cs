using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Commands;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.CellStore;

/// <summary>X-42: a count of the store, by its pages.</summary>
public sealed class CountTests : IAsyncLifetime
{
    private const string Counts = "/CellStore/Counts";

    private LiveSite _site = null!;

    private CoiId A => _site.Chains[0];

    private CoiId B => _site.Chains[1];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bags.confirm"), DemoLeg.UpTo("bags.confirm"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Count_ThatAgrees_HoldsNothing()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);
        foreach (var symbol in await SymbolsAsync())
        {
            using var scanned = await ScanAsync(tablet, count, symbol);
            Assert.StartsWith("Counted:", await Tablet.SaysAsync(scanned), StringComparison.Ordinal);
        }

        using var answer = await CloseAsync(tablet, count);

        Assert.Contains("It agrees", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Empty((await _site.ChainAsync(A)).Holds.Concat((await _site.ChainAsync(B)).Holds));
    }

    [Fact]
    public async Task MissingBags_OfTwoChains_AreHeldInOneMoment_AndVerifyAgrees()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);
        var symbols = await SymbolsAsync();
        using var one = await ScanAsync(tablet, count, symbols[0]);
        using var two = await ScanAsync(tablet, count, symbols[2]);

        using var answer = await CloseAsync(tablet, count);

        Assert.Contains("IT DISAGREES", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        var (a, b) = (await _site.ChainAsync(A), await _site.ChainAsync(B));
        Assert.Equal((a.Bags[1].Id.ToString(), b.Bags[1].Id.ToString()), (Assert.Single(a.Holds).Of, Assert.Single(b.Holds).Of));
        Assert.Equal("missing", ((BagMiscounted)a.Past[^2].What).Finding);
        Assert.Equal(2, a.Past[^1].Act.Signatures.Count);
        Assert.Equal(a.Past[^1].Act.RecordedAt, b.Past[^1].Act.RecordedAt);
        var (code, _, error) = await Terminal.RunAsync("", "verify", "--database", Path.Combine(_site.Folder, "hemc101.db"));
        Assert.Equal((0, ""), (code, error));
    }

    [Fact]
    public async Task BagWithoutARecord_IsSaidAtOnce_AndListedAtTheEnd()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);
        var bag = (await _site.ChainAsync(A)).Bags[0];
        var stranger = BarcodeWriter.DoseBag(
            DoseBagId.Of(DonationNumber.Issue(FacilityNumber.Parse("A9999"), 2026, 999), ProductCode.Parse($"{bag.Id}"[^8..])), bag.ExpiresAt, CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 999),
            BatchNumber.Issue(2026, 999), PrintSerial.Issue(9_999_999));

        using var scanned = await ScanAsync(tablet, count, stranger);
        using var answer = await CloseAsync(tablet, count);

        Assert.Contains("NO RECORD OF SUCH A BAG", await Tablet.SaysAsync(scanned), StringComparison.Ordinal);
        Assert.Contains("no record of such a bag", (await tablet.FollowAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A999926000070YA0011A0", "scanned")]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public async Task WhatIsNoScanOfABag_IsNotCounted_AndWritesNothing(string raw, string? sentence)
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);
        var before = _site.Written();

        using var answer = await tablet.PostAsync(count, "Scan", [("Scanned", raw), ("EntryMethod", "typed")]);

        Assert.Contains(sentence ?? "", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task PastedLabel_ProvesNoBag()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);

        using var answer = await tablet.PostAsync(count, "Scan", [("Scanned", (await SymbolsAsync())[0]), ("EntryMethod", "pasted")]);

        Assert.Contains("proves no bag", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameBag_ScannedTwice_CountsOnce()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);
        var symbol = (await SymbolsAsync())[0];
        using var first = await ScanAsync(tablet, count, symbol);

        using var second = await ScanAsync(tablet, count, symbol);

        Assert.Contains("counted already", await Tablet.SaysAsync(second), StringComparison.Ordinal);
        Assert.Equal("1", (await tablet.GetAsync(count)).QuerySelector("[data-counted]")!.TextContent);
    }

    [Fact]
    public async Task Count_ClosedByOneAlone_OrByTheWrongRole_StaysOpen()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var count = await OpenAsync(tablet);

        using var alone = await CloseAsync(tablet, count, _site.Crew(Role.Cryostore), _site.Crew(Role.Cryostore));
        using var wrong = await CloseAsync(tablet, count, _site.Crew(Role.Cryostore), _site.Crew(Role.Investigator));

        Assert.Contains("same person", await Tablet.SaysAsync(alone), StringComparison.Ordinal);
        Assert.Contains("may not sign", await Tablet.SaysAsync(wrong), StringComparison.Ordinal);
        Assert.Empty((await _site.ChainAsync(A)).Holds);
    }

    [Fact]
    public async Task Count_ClosedByTwoAtOnce_IsClosedOnce()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        using var other = await _site.TabletAsync(Role.LabOperator, "en");
        var count = await OpenAsync(tablet);

        var answers = await Task.WhenAll(CloseAsync(tablet, count), CloseAsync(other, count));
        var said = await Task.WhenAll(answers.Select(Tablet.SaysAsync));
        answers.ToList().ForEach(answer => answer.Dispose());

        Assert.Single(said, text => text.Contains("IT DISAGREES", StringComparison.Ordinal));
        Assert.Single(said, text => text.Contains("closed already", StringComparison.Ordinal));
        Assert.Equal(2, (await _site.ChainAsync(A)).Holds.Count);
    }

    [Fact]
    public async Task SecondCount_OfTheSamePositions_WaitsForTheFirst()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        await OpenAsync(tablet);
        using var page = await tablet.GetAsync(Counts);

        using var answer = await tablet.PostAsync(Counts, "Open", Positions(page));
        using var nothing = await tablet.PostAsync(Counts, "Open", [("Positions", "anything")]);

        Assert.Contains("being counted already", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Contains("Choose at least one", await Tablet.SaysAsync(nothing), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tablet.OpenAsync("/CellStore/Count/99")).StatusCode);
    }

    [Fact]
    public async Task Journal_OfACount_IsReadBackAsItWas()
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore);
        await OpenAsync(tablet);
        using var scanned = await ScanAsync(tablet, "/CellStore/Count/1", (await SymbolsAsync())[0]);

        var count = (await _site.Services.GetRequiredService<CountDesk>().FindAsync(1, default))!;

        Assert.Equal(4, count.Positions.Count);
        Assert.Equal((_site.Crew(Role.Cryostore).Person.Number, true), (count.OpenedBy, Assert.Single(count.Scanned).IsLive));
        using var assurance = await _site.TabletAsync(Role.QualityAssurance, "en");
        Assert.Contains("Bag counted", (await assurance.GetAsync("/Quality/Audit")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(Tablet tablet)
    {
        using var page = await tablet.GetAsync(Counts);
        using var answer = await tablet.PostAsync(Counts, "Open", Positions(page));
        return answer.Headers.Location!.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Positions(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("input[name=Positions][checked]").Select(box => ("Positions", box.GetAttribute("value")!));

    private static Task<HttpResponseMessage> ScanAsync(Tablet tablet, string count, string raw) =>
        tablet.PostAsync(count, "Scan", [("Scanned", raw), .. Tablet.Keys(raw)]);

    private Task<HttpResponseMessage> CloseAsync(Tablet tablet, string count) =>
        CloseAsync(tablet, count, _site.Crew(Role.Cryostore), _site.Crew(Role.LabOperator));

    private static Task<HttpResponseMessage> CloseAsync(Tablet tablet, string count, params CrewMember[] signers) => tablet.PostAsync(
        count, "Close", signers.SelectMany((who, at) => new[] { ($"Signers[{at}].Signer", who.Badge), ($"Signers[{at}].Secret", who.Pin) }));

    /// <summary>Of A's two bags and B's.</summary>
    private async Task<IReadOnlyList<string>> SymbolsAsync()
    {
        List<string> symbols = [];
        foreach (var coi in _site.Chains)
        {
            foreach (var bag in (await _site.ChainAsync(coi)).Bags)
            {
                symbols.Add(await _site.SymbolAsync(coi, bag.Id.ToString()));
            }
        }

        return symbols;
    }
}
