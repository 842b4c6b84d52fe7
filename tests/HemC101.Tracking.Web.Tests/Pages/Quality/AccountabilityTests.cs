using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

public sealed class AccountabilityTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.Main, DemoLeg.UpTo("split.plan"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Page_AddsUpTheTrial_AndNamesTheLabelsThatDoNotReconcile()
    {
        using var tablet = await _site.TabletAsync(Role.Coordinator, "en");

        using var page = await tablet.GetAsync("/Quality/Accountability");

        Assert.Equal(["2", "0", "2", "0", "0", "0", "0"], page.QuerySelectorAll("[data-totals] tr:last-child td").Select(cell => cell.TextContent.Trim()));
        var open = (await Task.WhenAll(_site.Chains.Select(_site.ChainAsync)))
            .SelectMany(chain => chain.Prints.Values.Where(print => print is { State: Tracking.Chain.PrintState.Printed, Carrier: Tracking.Steps.Carrier.PrimaryBag })).ToList();
        Assert.NotEmpty(open);
        Assert.Equal(open.Select(print => $"{print.Serial}").Order(), page.QuerySelectorAll("[data-label]").Select(label => label.GetAttribute("data-label")).Order());
    }

    [Fact]
    public async Task Csv_HasARowForEachBag()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        var csv = await (await tablet.OpenAsync("/Quality/Accountability?handler=Csv")).Content.ReadAsStringAsync();

        Assert.All((await _site.ChainAsync(_site.Chains[0])).Bags, bag => Assert.Contains($"{bag.Id}", csv, StringComparison.Ordinal));
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
