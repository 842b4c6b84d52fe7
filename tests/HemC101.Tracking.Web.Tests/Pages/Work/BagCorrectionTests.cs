using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>What was recorded of a dose bag and corrected is seen by whoever relies on it.</summary>
public sealed class BagCorrectionTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bag.store", "2"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Curve_TurnedIntoAPass_WantsQuality_AndStandsBeforeTheQualifiedPersonWhoConfirms()
    {
        CrewMember[] keepers = [_site.Crew(Role.Cryostore), _site.Crew(Role.Cryostore, 1)];
        using var keeper = await _site.TabletAsync(Role.Cryostore, "en");
        using var failed = await CorrectAsync<BagFrozen>(keeper, "CurveAccepted", "one", keepers, "false");
        Assert.True(failed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(failed));

        using var form = await keeper.GetAsync(await AddressAsync<BagFrozen>("CurveAccepted"));
        using var alone = await CorrectAsync<BagFrozen>(keeper, "CurveAccepted", "two", keepers, "true");
        using var done = await CorrectAsync<BagFrozen>(keeper, "CurveAccepted", "three", [keepers[0], _site.Crew(Role.QualityAssurance)], "true");

        Assert.Contains("is for QA to confirm", form.QuerySelector(".verdict-info")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("may not sign this step", await Tablet.SaysAsync(alone), StringComparison.Ordinal);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(done));
        using var qualified = await _site.TabletAsync(Role.QualifiedPerson, "en");
        var batch = (await _site.ChainAsync(Coi)).CurrentBatch!.Number;
        using var confirm = await qualified.GetAsync(Tablet.Step("Quality", "bags.confirm", Coi, batch.ToString()));
        Assert.Equal(2, confirm.QuerySelectorAll("[data-corrections='2'] .review-scans > li").Length);
    }

    [Fact]
    public async Task Volume_Corrected_IsMarkedAtTheBag_OnTheChainAndOnItsSteps()
    {
        using var tablet = await _site.TabletAsync(Role.LabOperator, "en");
        using var done = await CorrectAsync<BagFilled>(tablet, "VolumeMl", "one", [_site.Crew(Role.LabOperator), _site.Crew(Role.LabOperator, 1)], "5.9");
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(done));

        using var chain = await tablet.GetAsync($"/Chains/{Coi}");
        using var step = await tablet.GetAsync(Tablet.Step("CellStore", "bag.damage", Coi, (await _site.ChainAsync(Coi)).Bags[0].Id.ToString()));

        Assert.Contains("5.9 mL", Assert.Single(chain.QuerySelectorAll("[data-content-corrected]")).TextContent, StringComparison.Ordinal);
        Assert.Single(step.QuerySelectorAll("[data-content-corrected]"));
        using var form = await tablet.GetAsync(await AddressAsync<BagFilled>("VolumeMl"));
        Assert.Contains("the clearance for the thaw, the rounds at the bed; a closed half", form.QuerySelector("[data-retaken]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> CorrectAsync<T>(Tablet tablet, string member, string attempt, IReadOnlyList<CrewMember> signers, string value)
        where T : ChainEvent =>
        await tablet.TakeAsync(await AddressAsync<T>(member), attempt, signers, ("value", value), ("reason", "misread"), ("document", ""));

    private async Task<string> AddressAsync<T>(string member)
        where T : ChainEvent
    {
        var chain = await _site.ChainAsync(Coi);
        var recorded = chain.Past.Where(entry => entry.What is T).SelectMany(entry => Recorded.Of(chain, entry)).First(value => value.Member == member);
        return Tablet.Step("Quality", "record.correct", Coi, recorded.Target);
    }
}
