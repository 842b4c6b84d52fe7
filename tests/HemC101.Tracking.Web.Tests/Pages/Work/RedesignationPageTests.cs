using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>X-15 on the pages: the Day 2 bag is made the first dose, and the store puts its new label on.</summary>
public sealed class RedesignationPageTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private IReadOnlyList<CrewMember> Deciders => [_site.Crew(Role.Investigator), _site.Crew(Role.QualifiedPerson)];

    private IReadOnlyList<CrewMember> Keepers => [_site.Crew(Role.Cryostore), _site.Crew(Role.Cryostore, 1)];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bags.confirm"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru", "Первая доза", "переназначен, был ДЕНЬ 2")]
    [InlineData("en", "The first dose", "re-designated, was DAY 2")]
    public async Task Bag_Redesignated_SaysSoOnEveryPage(string language, string accounted, string mark)
    {
        var bag = await LostAsync();
        using var tablet = await _site.TabletAsync(Role.Investigator, language);
        Assert.Contains(accounted, (await tablet.GetAsync(Tablet.Step("Ward", "bag.redesignate", Coi, bag))).Body!.TextContent, StringComparison.Ordinal);

        using var taken = await RedesignateAsync(tablet, bag, "first", Deciders);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains(mark, (await tablet.GetAsync($"/Chains/{Coi}")).Body!.TextContent, StringComparison.Ordinal);
        using var store = await _site.TabletAsync(Role.Cryostore, language);
        Assert.Contains(mark, (await store.GetAsync(Tablet.Step("CellStore", "bag.relabel", Coi, bag))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_ScannedInTheirOrder_AreExchanged_AndTheTablesSayWhatTheLedgerSays()
    {
        var bag = await RedesignatedAsync();
        var (old, fresh) = await LabelsAsync(bag);
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        var step = Tablet.Step("CellStore", "bag.relabel", Coi, bag);
        using var first = await tablet.ScanAsync(step, "change", old.Symbol);
        using var second = await tablet.ScanAsync(step, "change", fresh.Symbol);

        using var taken = await TakeRelabelAsync(tablet, step, "change", Keepers);

        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        var rows = await LabelPrints.ListAsync(_site.Database, Coi, default);
        Assert.Equal(LabelPrintState.Superseded, rows.Single(row => row.Serial == old.Serial).State);
        Assert.Equal(LabelPrintState.Applied, rows.Single(row => row.Serial == fresh.Serial).State);
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    [Fact]
    public async Task TwoWhoDecideAtOnce_OneIsTaken()
    {
        var bag = await LostAsync();
        using var here = await _site.TabletAsync(Role.Investigator, "en");
        using var there = await _site.TabletAsync(Role.QualifiedPerson, "en");

        var answers = await Task.WhenAll(RedesignateAsync(here, bag, "here", Deciders), RedesignateAsync(there, bag, "there", Deciders));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What is BagRedesignated);
        Assert.Single((await _site.ChainAsync(Coi)).Prints.Values, print => print.Kind == LabelKind.DoseBagRedesignated);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task OneAlone_OrTheWrongTwo_LeaveNothing()
    {
        var bag = await LostAsync();
        using var tablet = await _site.TabletAsync(Role.Investigator, "en");

        using var alone = await RedesignateAsync(tablet, bag, "alone", [_site.Crew(Role.Investigator)]);
        using var wrong = await RedesignateAsync(tablet, bag, "wrong", [_site.Crew(Role.Investigator), _site.Crew(Role.Investigator, 1)]);
        using var unaccounted = await tablet.TakeAsync(Tablet.Step("Ward", "bag.redesignate", Coi, bag), "not", Deciders, ("reason", "damaged"), ("document", "D-1"));

        Assert.All([alone, wrong, unaccounted], answer => Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(2, (await _site.ChainAsync(Coi)).Find(DoseBagId.Parse(bag))!.Day);
    }

    private async Task<string> LostAsync()
    {
        var chain = await _site.ChainAsync(Coi);
        using var tablet = await _site.TabletAsync(Role.Cryostore, "en");
        using var lost = await tablet.TakeAsync(
            Tablet.Step("CellStore", "bag.damage", Coi, chain.BagsOf(1).Single().Id.ToString()), "lost", [_site.Crew(Role.Cryostore)], ("finding", "crack"));
        Assert.True(lost.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(lost));
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        return chain.BagsOf(2).Single().Id.ToString();
    }

    private async Task<string> RedesignatedAsync()
    {
        var bag = await LostAsync();
        using var tablet = await _site.TabletAsync(Role.Investigator, "en");
        using var taken = await RedesignateAsync(tablet, bag, "first", Deciders);
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        return bag;
    }

    private async Task<(LabelPrintRow Old, LabelPrintRow Fresh)> LabelsAsync(string bag)
    {
        var rows = (await LabelPrints.ListAsync(_site.Database, Coi, default)).Where(row => row.Bag?.ToString() == bag).ToList();
        return (rows.Single(row => row.Kind == LabelKind.DoseBagDay2), rows.Single(row => row.Kind == LabelKind.DoseBagRedesignated));
    }

    private Task<HttpResponseMessage> RedesignateAsync(Tablet tablet, string bag, string attempt, IReadOnlyList<CrewMember> signers) => tablet.TakeAsync(
        Tablet.Step("Ward", "bag.redesignate", Coi, bag), attempt, signers, ("reason", "damaged"), ("document", "D-15"), ("accounted", "true"));

    private static Task<HttpResponseMessage> TakeRelabelAsync(Tablet tablet, string step, string attempt, IReadOnlyList<CrewMember> signers) =>
        tablet.TakeAsync(step, attempt, signers, ("procedure", "SOP-7"), ("stayed_cold", "true"), ("compared", "true"));
}
