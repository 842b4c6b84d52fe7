using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Papers;

namespace HemC101.Tracking.Web.Tests.Proofs;

/// <summary>The attempt behind a step that leaves neither scans nor signatures: the end of a running infusion.</summary>
public sealed class FinishedAttemptTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task ScanAtAStepThatAsksForNone_IsANearMiss_AndMissesNoAttempt()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);

        using var answer = await nurse.ScanAsync(await EndAsync(), "one", await _site.BandSymbolAsync(Coi));

        Assert.IsType<ScanRefused>((await _site.HistoryAsync(Coi))[^1].What);
        Assert.Null(await PapersSite.DivergedAsync(_site));
    }

    [Fact]
    public async Task AttemptGone_IsMissed()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var answer = await nurse.TakeAsync(await EndAsync(), "one", []);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        Assert.Null(await PapersSite.DivergedAsync(_site));

        await _site.SqlAsync("delete from finished_attempt where attempt_id = 'one'");

        Assert.Equal(("finished_attempt", Divergence.Missing), await PapersSite.DivergedAsync(_site) is { } row ? (row.Table, row.What) : default);
    }

    private async Task<string> EndAsync() => Tablet.Step("Ward", "infusion.end", Coi, $"{(await _site.ChainAsync(Coi)).BagsOf(1).First().Id}");
}
