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

    /// <summary>Nothing but the beginning of each tells them apart: the clock of the test stands still.</summary>
    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public async Task AttemptGone_OfTwoAlikeInOneMillisecond_IsMissed(string gone)
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        foreach (var attempt in new[] { "one", "two" })
        {
            using var answer = await nurse.TakeAsync(await StepAsync("infusion.reaction"), attempt, [], ("grade", "2"));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        }

        Assert.Single((await _site.HistoryAsync(Coi)).Where(happened => happened.What is ReactionRecorded).Select(happened => happened.Act.RecordedAt).Distinct());
        Assert.Null(await PapersSite.DivergedAsync(_site));

        await _site.SqlAsync($"delete from finished_attempt where attempt_id = '{gone}'");

        Assert.Equal(("finished_attempt", Divergence.Missing), await PapersSite.DivergedAsync(_site) is { } row ? (row.Table, row.What) : default);
    }

    [Fact]
    public async Task AttemptGone_OfAStepThatWasRefusedInTheSameMillisecond_IsMissed()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        using var answer = await nurse.TakeAsync(await EndAsync(), "one", []);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        using var late = await nurse.TakeAsync(await EndAsync(), "two", []);
        Assert.IsType<StepRefused>((await _site.HistoryAsync(Coi))[^1].What);
        Assert.Null(await PapersSite.DivergedAsync(_site));

        await _site.SqlAsync("delete from finished_attempt where attempt_id = 'one'");

        Assert.Equal(("finished_attempt", Divergence.Missing), await PapersSite.DivergedAsync(_site) is { } row ? (row.Table, row.What) : default);
    }

    private Task<string> EndAsync() => StepAsync("infusion.end");

    private async Task<string> StepAsync(string step) => Tablet.Step("Ward", step, Coi, $"{(await _site.ChainAsync(Coi)).BagsOf(1).First().Id}");
}
