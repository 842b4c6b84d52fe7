using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>On the pages: the decision with a second physician, the hand-over of Day 28, and what becomes of the participant.</summary>
public sealed class BetweenAndAfterTheDosesTests : IAsyncLifetime
{
    private const string Words = "Fever for an hour, gone after paracetamol; no sign of rising CRS.";

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private CrewMember Investigator => _site.Crew(Role.Investigator);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.end", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task MilderDecision_KeepsTheSecondPhysiciansWords_BesideTheLedgerAlone()
    {
        using var tablet = await _site.TabletAsync(Role.Investigator, "en");

        using var alone = await DecideAsync(tablet, "alone", [Investigator]);
        using var silent = await DecideAsync(tablet, "silent", [Investigator, _site.Crew(Role.Investigator, 1)], grounds: "");
        using var taken = await DecideAsync(tablet, "both", [Investigator, _site.Crew(Role.Investigator, 1)]);

        Assert.All([alone, silent], answer => Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        var decided = Assert.IsType<ToleranceDecided>((await _site.HistoryAsync(Coi))[^1].What);
        Assert.Equal((Tolerance.Go, Tolerance.Defer), (decided.Decided, decided.Proposed));
        Assert.NotNull(decided.Grounds);
        Assert.Contains(Words, (await tablet.GetAsync($"/Chains/{Coi}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_OnDay28_ClosesTheWayToTheVein_AndIsSaidOnTheChainsPage()
    {
        _site.Time.Advance(TimeSpan.FromDays(28));
        using var tablet = await _site.TabletAsync(Role.Coordinator, "en");
        var today = MoscowTime.DayOf(_site.Time.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        using var taken = await tablet.TakeAsync(
            Tablet.Step("Enrolment", "followup.hand-over", Coi), "over", [Investigator, _site.Crew(Role.Coordinator)],
            ("visit_on", today), ("assessed", "true"), ("extension", "yes"));

        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        _site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Extension · followed", (await tablet.GetAsync($"/Chains/{Coi}")).Body!.TextContent, StringComparison.Ordinal);
        var bag = (await _site.ChainAsync(Coi)).BagsOf(2).Single().Id.ToString();
        using var keeper = await _site.TabletAsync(Role.Cryostore, "en");
        using var reserved = await keeper.TakeAsync(Tablet.Step("CellStore", "bag.reserve", Coi, bag), "reserve", [_site.Crew(Role.Cryostore)]);
        Assert.Contains("handed over to follow-up", await Tablet.SaysAsync(reserved), StringComparison.Ordinal);

        using var lost = await tablet.TakeAsync(
            Tablet.Step("Enrolment", "followup.status", Coi), "lost", [_site.Crew(Role.Coordinator)], ("status", "lost"), ("since", today), ("document", "K-7"));
        Assert.True(lost.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(lost));
        Assert.Contains("lost to follow-up", (await tablet.GetAsync($"/Chains/{Coi}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> DecideAsync(Tablet tablet, string attempt, IReadOnlyList<CrewMember> signers, string grounds = Words)
    {
        var step = Tablet.Step("Ward", "tolerance.decide-milder", Coi);
        using var scanned = await tablet.ScanAsync(step, attempt, await _site.BandSymbolAsync(Coi));
        return await tablet.TakeAsync(
            step, attempt, signers,
            ("crs", "1"), ("icans", "0"), ("reaction", "0"), ("temperature", "37.9"), ("spo2", "97"), ("cultures", "none"), ("decision", "go"), ("grounds", grounds));
    }
}
