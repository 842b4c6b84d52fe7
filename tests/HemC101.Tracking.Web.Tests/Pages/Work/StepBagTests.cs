using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A stored Day 1 bag, ready to be reserved, and what comes between the open form and its sending.</summary>
public sealed class StepBagTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("readiness.sign", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru", "Срок годности пакета истёк")]
    [InlineData("en", "The bag has expired")]
    public async Task Reserve_Expired_IsRefused(string language, string sentence)
    {
        _site.Time.Advance(TimeSpan.FromDays(200));
        await AssertRefusedAsync(language, sentence, "bag-expired");
    }

    [Theory]
    [InlineData("ru", "Действует запрет № 1")]
    [InlineData("en", "Hold no. 1 is in force")]
    public async Task Reserve_HeldWhileTheFormWasOpen_IsRefused(string language, string sentence)
    {
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        using var held = await quality.TakeAsync(
            Tablet.Step("Quality", "hold.place", Coi), "hold", [_site.Crew(Role.QualityAssurance)], ("hold_over", "chain"), ("reason", "safety"));
        Assert.True(held.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(held));

        await AssertRefusedAsync(language, sentence, "held");
    }

    [Fact]
    public async Task Reserve_PositionScanned_IsDone()
    {
        var bag = (await _site.ChainAsync(Coi)).Bags[0];
        using var tablet = await _site.TabletAsync(Role.Cryostore);
        using var scanned = await tablet.ScanAsync(await StepAsync(), "one", bag.Position!.ToString()!);
        Assert.Equal(HttpStatusCode.Redirect, scanned.StatusCode);

        using var answer = await tablet.TakeAsync(await StepAsync(), "one", [_site.Crew(Role.Cryostore)]);

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(answer));
        Assert.Equal(BagState.Reserved, (await _site.ChainAsync(Coi)).Bags[0].State);
    }

    private async Task AssertRefusedAsync(string language, string sentence, string code)
    {
        using var tablet = await _site.TabletAsync(Role.Cryostore, language);
        var step = await StepAsync();

        using var answer = await tablet.TakeAsync(step, "one", [_site.Crew(Role.Cryostore)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(BagState.Stored, (await _site.ChainAsync(Coi)).Bags[0].State);
        Assert.Contains(code, Assert.IsType<StepRefused>((await _site.HistoryAsync(Coi))[^1].What).Reasons);
    }

    private async Task<string> StepAsync() => Tablet.Step("CellStore", "bag.reserve", Coi, (await _site.ChainAsync(Coi)).Bags[0].Id.ToString());
}
