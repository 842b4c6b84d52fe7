using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Quality;

public sealed class AccountabilityTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.Main, DemoLeg.UpTo("split.plan"), DemoLeg.UpTo("collection.complete"));

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

    [Theory]
    [InlineData("ru", "Этикетки нет", "оценено в закрытом отклонении")]
    [InlineData("en", "It is not there", "assessed in a closed deviation")]
    public async Task Page_NamesALabelAround_WithWhatCanBeDone_AndSaysWhenItsGapWasAssessed(string language, string missing, string assessed)
    {
        var coi = _site.Chains[1];
        using var laboratory = await _site.TabletAsync(Role.LabOperator, language);
        var tube = (await _site.ChainAsync(coi)).Prints.Values.First(print => print.Carrier == Tracking.Steps.Carrier.Tube);
        await DoneAsync(laboratory, Tablet.Step("Quality", "label.reprint", coi, $"{tube.Serial}"), [_site.Crew(Role.LabOperator), _site.Crew(Role.LabOperator, 1)], ("reason", "unreadable"));

        using var assurance = await _site.TabletAsync(Role.QualityAssurance, language);
        var waiting = (await assurance.GetAsync("/Quality/Accountability")).QuerySelector("[data-around]")!;
        var serial = waiting.GetAttribute("data-around");
        Assert.NotEqual($"{tube.Serial}", serial);
        Assert.Contains(missing, waiting.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [$"/Quality/Step/label.apply/{coi}/{serial}", $"/Quality/Step/label.destroy/{coi}/{serial}", $"/Quality/Step/deviation.open/{coi}"],
            waiting.QuerySelectorAll("a.btn").Select(link => link.GetAttribute("href")));

        await DoneAsync(
            laboratory, Tablet.Step("Quality", "deviation.open", coi), [_site.Crew(Role.LabOperator)], ("kind", "label-count"), ("class", "Major"), ("over", "batch"), ("document", "D-26"));
        var deviation = (await _site.ChainAsync(coi)).Deviations[^1].Number;
        await DoneAsync(assurance, Tablet.Step("Quality", "deviation.close", coi, $"{deviation}"), [_site.Crew(Role.QualityAssurance)], ("assessment", "not-affected"), ("document", "D-26"));

        var closed = (await assurance.GetAsync("/Quality/Accountability")).QuerySelector("[data-around]")!;
        Assert.Contains(assessed, closed.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(missing, closed.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The second label of a collection is put on at the chair, before the bag leaves the set: no other page leads there.</summary>
    [Fact]
    public async Task Page_OfALabelThatItsOwnStepPutsOn_OffersNoOther()
    {
        var coi = _site.Chains[2];
        var tag = (await _site.ChainAsync(coi)).Prints.Values.Single(print => print.Carrier == Tracking.Steps.Carrier.Tag);
        using var assurance = await _site.TabletAsync(Role.QualityAssurance);

        var waiting = (await assurance.GetAsync("/Quality/Accountability")).QuerySelector($"[data-around='{tag.Serial}']")!;

        Assert.Equal(
            [$"/Quality/Step/label.destroy/{coi}/{tag.Serial}", $"/Quality/Step/deviation.open/{coi}"], waiting.QuerySelectorAll("a.btn").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Csv_HasARowForEachBag()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");

        var csv = await (await tablet.OpenAsync("/Quality/Accountability?handler=Csv")).Content.ReadAsStringAsync();

        Assert.All((await _site.ChainAsync(_site.Chains[0])).Bags, bag => Assert.Contains($"{bag.Id}", csv, StringComparison.Ordinal));
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private async Task DoneAsync(Tablet tablet, string step, IReadOnlyList<CrewMember> signers, params IReadOnlyList<(string Name, string Value)> fields)
    {
        using var answer = await tablet.TakeAsync(step, $"attempt-{Guid.NewGuid():N}", signers, fields);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        _site.Time.Advance(TimeSpan.FromMinutes(1));
    }
}
