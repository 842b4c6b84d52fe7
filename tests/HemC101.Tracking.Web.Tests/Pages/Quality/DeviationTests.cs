using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

/// <summary>Deviations over HTTP; one participant's batch waits for its release.</summary>
public sealed class DeviationTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("batch.review"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Reported_IsListedForQuality_ShownOnTheChain_AndGoneWhenClosed()
    {
        var coi = _site.Chains[0];
        using var laboratory = await _site.TabletAsync(Role.LabOperator, "en");
        using var quality = await _site.TabletAsync(Role.QualityAssurance, "en");

        using var reported = await laboratory.TakeAsync(
            $"/Quality/Step/deviation.open/{coi}", "d-1", [_site.Crew(Role.LabOperator)], ("kind", "equipment"), ("class", "Critical"), ("over", "batch"), ("document", "DEV-7"));

        Assert.True(reported.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(reported));
        using var list = await quality.GetAsync("/Quality/Deviations");
        var line = Assert.Single(list.QuerySelectorAll("[data-deviation]"));
        Assert.Contains("Equipment", line.TextContent, StringComparison.Ordinal);
        Assert.Contains(_site.Crew(Role.LabOperator).Person.FullName, line.TextContent, StringComparison.Ordinal);
        using var chain = await quality.GetAsync($"/Chains/{coi}");
        Assert.Contains("Equipment", chain.QuerySelector("[data-deviation]")!.TextContent, StringComparison.Ordinal);
        using var release = await (await _site.TabletAsync(Role.QualifiedPerson, "en")).GetAsync(
            $"/Quality/Step/batch.release-conditionally/{coi}/{(await _site.ChainAsync(coi)).CurrentBatch!.Number}");
        Assert.Contains("critical deviation is open", release.Body!.TextContent, StringComparison.Ordinal);

        var address = line.QuerySelector("a")!.GetAttribute("href")!;
        using var closed = await quality.TakeAsync(
            address, "d-2", [_site.Crew(Role.QualityAssurance), _site.Crew(Role.QualifiedPerson)], ("assessment", "not-affected"), ("document", "DEV-7"));

        Assert.True(closed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(closed));
        using var after = await quality.GetAsync("/Quality/Deviations");
        Assert.Empty(after.QuerySelectorAll("[data-deviation]"));
    }

    [Fact]
    public async Task Closed_ByTwoPairsAtOnce_IsClosedOnce()
    {
        var coi = _site.Chains[0];
        using var laboratory = await _site.TabletAsync(Role.LabOperator);
        using var reported = await laboratory.TakeAsync(
            $"/Quality/Step/deviation.open/{coi}", "d-1", [_site.Crew(Role.LabOperator)], ("kind", "label"), ("class", "Minor"), ("over", "chain"), ("document", "DEV-7"));
        var number = (await _site.ChainAsync(coi)).OpenDeviations.Single().Number;
        using var first = await _site.TabletAsync(Role.QualityAssurance);
        using var second = await _site.TabletAsync(Role.QualityAssurance, index: 1);

        var answers = await Task.WhenAll(CloseAsync(first, "d-2", 0), CloseAsync(second, "d-3", 1));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Array.ForEach(answers, answer => answer.Dispose());

        Task<HttpResponseMessage> CloseAsync(Tablet tablet, string attempt, int by) => tablet.TakeAsync(
            $"/Quality/Step/deviation.close/{coi}/{number}", attempt, [_site.Crew(Role.QualityAssurance, by)], ("assessment", "not-affected"), ("document", "DEV-7"));
    }
}
