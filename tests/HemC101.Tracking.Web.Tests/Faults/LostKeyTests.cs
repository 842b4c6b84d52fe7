using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Faults;

/// <summary>The bag of Day 1 is running when the name can no longer be opened, as after a start without its key: somebody has broken what is sealed.</summary>
public sealed class LostKeyTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("infusion.start", "1"));
        _ = _site.Server; // it would not start on what comes now
        await _site.SqlAsync("update participant set personal_data = x'00'");
        await _site.SqlAsync("update site_secret set sealed = x'00' where name = 'free-text'");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Stop_IsShownAndRecorded_WithItsRemark()
    {
        using var nurse = await _site.TabletAsync(Role.WardNurse);
        var bag = (await _site.ChainAsync(Coi)).Bags.Single(item => item.Day == 1).Id.ToString();
        var step = Tablet.Step("Ward", "infusion.pause", Coi, bag);
        using var page = await nurse.GetAsync(step);
        Assert.NotNull(page.QuerySelector("textarea[name=remark]"));

        using var answer = await nurse.TakeAsync(step, "one", [], ("reason", "reaction"), ("remark", "озноб"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.IsType<InfusionPaused>((await _site.HistoryAsync(Coi))[^1].What);
        using var chain = await nurse.FollowAsync(answer);
        Assert.Contains("Примечание: озноб", chain.QuerySelector(".timeline > li")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "утрачен или отозван")]
    [InlineData("en", "lost or was revoked")]
    public async Task OtherStep_IsNotRecorded_AndThePageSaysWhatToDo(string language, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, language);
        var before = _site.Written();

        using var answer = await tablet.TakeAsync(
            Tablet.Step("Quality", "hold.place", Coi), "one", [_site.Crew(Role.QualityAssurance)], ("hold_over", "chain"), ("reason", "safety"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(sentence, (await Desk.PageAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
        using var chain = await tablet.OpenAsync($"/Chains/{Coi}");
        Assert.Equal(HttpStatusCode.OK, chain.StatusCode);
    }
}
