using System.Globalization;
using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>A thawed bag at the bed of one participant, and another participant whose bags lie in the store.</summary>
public sealed class BedsideTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Agreed =
        [("stated_name", "true"), ("stated_birth_date", "true"), ("inspected", "true"), ("order_agrees", "true")];

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private CoiId Other => _site.Chains[1];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("thaw.end", "1"), DemoLeg.UpTo("bag.store", "2"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task TwoRounds_ByTwoNurses_Verify_AndTheStartScansAgain()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await VerifyAsync(tablet);
        Assert.Equal(BagState.Verified, (await BagAsync()).State);

        var start = await ScannedAsync(tablet, nurse: 0);
        using var started = await TakeAsync(tablet, start, nurse: 0);

        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        Assert.Equal(BagState.Infusing, (await BagAsync()).State);
    }

    [Fact]
    public async Task Stop_FromATabletWithAWrongClockAndWithoutAVolume_IsTaken()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await VerifyAsync(tablet);
        using var started = await TakeAsync(tablet, await ScannedAsync(tablet, nurse: 0), nurse: 0);
        var future = _site.Time.GetUtcNow().AddHours(3).ToString("O", CultureInfo.InvariantCulture);

        using var stopped = await tablet.TakeAsync(
            Tablet.Step("Ward", "infusion.stop", Coi, (await BagAsync()).Id.ToString()), "stop", [], ("reason", "reaction"), ("DeviceTime", future));

        Assert.True(stopped.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(stopped));
        Assert.Equal(BagState.PartiallyInfused, (await BagAsync()).State);
        Assert.Equal(_site.Time.GetUtcNow(), (await _site.HistoryAsync(Coi))[^1].Act.OccurredAt, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("ru", "Вторую сверку делает другая медсестра")]
    [InlineData("en", "done by a different nurse")]
    public async Task SecondRound_ByTheSameNurse_IsRefused(string language, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, language);
        await RoundAsync(tablet, nurse: 0);

        using var again = await TakeAsync(tablet, await ScannedAsync(tablet, nurse: 0), nurse: 0);

        Assert.Contains(sentence, await Tablet.SaysAsync(again), StringComparison.Ordinal);
        Assert.Equal(BagState.Thawed, (await BagAsync()).State);
    }

    [Fact]
    public async Task SecondRound_ByTheFirstNurse_FromAnotherBrowserUnderAnothersName_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await RoundAsync(tablet, nurse: 0);
        using var other = await _site.TabletAsync(Role.WardNurse, index: 1);

        using var again = await TakeAsync(other, await ScannedAsync(other, nurse: 0), nurse: 0);

        Assert.Contains("другая медсестра", await Tablet.SaysAsync(again), StringComparison.Ordinal);
        Assert.Equal(BagState.Thawed, (await BagAsync()).State);
    }

    [Fact]
    public async Task AnotherParticipantsBag_VoidsEveryOpenRound_WhateverWasScannedBefore()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await RoundAsync(tablet, nurse: 0);
        var waiting = await ScannedAsync(tablet, nurse: 1);
        var failing = await OpenAsync(tablet, nurse: 1);
        _site.Time.Advance(TimeSpan.FromSeconds(5));

        using var stop = await ScanAsync(tablet, failing, await OtherBagAsync());

        Assert.Contains("НЕ ВВОДИТЬ", await Tablet.SaysAsync(stop), StringComparison.Ordinal);
        foreach (var attempt in new[] { failing, waiting })
        {
            using var sent = await TakeAsync(tablet, attempt, nurse: 1);
            Assert.Equal(await AddressAsync(), sent.Headers.Location?.ToString());
        }

        Assert.Equal((BagState.Thawed, 0), ((await BagAsync()).State, (await BagAsync()).Rounds.Count));
        Assert.True((await _site.ChainAsync(Other)).Bags[0].Locked);
    }

    [Fact]
    public async Task StartScannedBeforeAWrongBand_StartsNothingAfterTheNewRounds()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await VerifyAsync(tablet);
        var stale = await ScannedAsync(tablet, nurse: 0);
        _site.Time.Advance(TimeSpan.FromSeconds(5));
        using var stop = await ScanAsync(tablet, await OpenAsync(tablet, nurse: 0), await _site.BandSymbolAsync(Other));
        Assert.Contains("НЕ ВВОДИТЬ", await Tablet.SaysAsync(stop), StringComparison.Ordinal);
        _site.Time.Advance(TimeSpan.FromSeconds(5));
        await ReidentifyAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(5));
        await RoundAsync(tablet, nurse: 0);
        await RoundAsync(tablet, nurse: 2);
        Assert.Equal(BagState.Verified, (await BagAsync()).State);

        using var started = await TakeAsync(tablet, stale, nurse: 0);

        Assert.Equal(await AddressAsync(), started.Headers.Location?.ToString());
        Assert.Equal(BagState.Verified, (await BagAsync()).State);
    }

    [Fact]
    public async Task ScanIdOfARightScan_WithAnotherBag_IsJudgedAnew()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var attempt = await OpenAsync(tablet, nurse: 0);
        using var right = await ScanAsync(tablet, attempt, await _site.BandSymbolAsync(Coi), "one id");

        using var wrong = await ScanAsync(tablet, attempt, await OtherBagAsync(), "one id");

        Assert.Contains("НЕ ВВОДИТЬ", await Tablet.SaysAsync(wrong), StringComparison.Ordinal);
        Assert.Contains(await _site.HistoryAsync(Coi), happened => happened.What is IdentityMismatched);
    }

    [Fact]
    public async Task Round_WithoutScript_IsUnprovenAndListedForReview()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var attempt = await OpenAsync(tablet, nurse: 0);
        foreach (var raw in new[] { await _site.BandSymbolAsync(Coi), await _site.SymbolAsync(Coi, (await BagAsync()).Id.ToString()) })
        {
            using var taken = await tablet.ScanAsync(await AddressAsync(), attempt, raw, entry: []);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        using var done = await TakeAsync(tablet, attempt, nurse: 0);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["bag", "band"], ScansToReview.Of(await _site.HistoryAsync(Coi)).Select(item => item.Scan.Demand).Order());
    }

    [Theory]
    [InlineData("pasted", "Вставлять идентификатор из буфера нельзя")]
    [InlineData("typed", "шаг подтверждает один человек")]
    public async Task Bag_PastedOrTypedAtTheBed_IsRefused(string entry, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var bag = await _site.SymbolAsync(Coi, (await BagAsync()).Id.ToString());

        using var answer = await tablet.ScanAsync(
            await AddressAsync(), await OpenAsync(tablet, nurse: 0), bag, [("EntryMethod", entry), ("TypedReason", "label-damaged")]);

        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(nameof(Verdict.EntryRefused), Assert.IsType<ScanRefused>((await _site.HistoryAsync(Coi))[^1].What).Verdict);
    }

    [Theory]
    [InlineData("pasted", "Вставлять идентификатор из буфера нельзя")]
    [InlineData("typed", "Бейдж введён вручную")]
    public async Task Badge_PastedOrTyped_OpensNoRound(string entry, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var before = _site.Written();

        using var answer = await tablet.PostAsync(
            await AddressAsync(), "Open", [("Badge", _site.Crew(Role.WardNurse).Badge), ("EntryMethod", entry)]);

        Assert.Contains(sentence, await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, _site.Written());
    }

    [Fact]
    public async Task Verdict_AfterItsLimit_IsNoLongerAMatch()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await VerifyAsync(tablet);
        var start = await ScannedAsync(tablet, nurse: 0);
        _site.Time.SetUtcNow((await BagAsync()).StartBefore!.Value.AddSeconds(1));

        var page = await tablet.GetAsync(await AddressAsync());
        using var sent = await TakeAsync(tablet, start, nurse: 0);

        Assert.Contains("НЕ ВВОДИТЬ", page.QuerySelector(".verdict-stop")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href*='bedside.lapse']"));
        Assert.NotNull(page.QuerySelector("a[href*='bag.discard']"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(BagState.Verified, (await BagAsync()).State);
    }

    [Fact]
    public async Task Rounds_AreNotTakenOnTheOrdinaryStepPage()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var step = Tablet.Step("Ward", "bedside.first", Coi, (await BagAsync()).Id.ToString());

        using var answer = await tablet.TakeAsync(step, "one", [_site.Crew(Role.WardNurse)], Agreed);

        Assert.Equal(await AddressAsync(), answer.Headers.Location?.ToString());
        Assert.Empty((await BagAsync()).Rounds);
    }

    [Fact]
    public async Task Screen_OfSomebodyWithoutDutiesAtTheBed_IsForbidden()
    {
        using var tablet = await _site.TabletAsync(Role.Courier);
        using var answer = await tablet.OpenAsync(await AddressAsync());
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task VerifyAsync(Tablet tablet)
    {
        await RoundAsync(tablet, nurse: 0);
        await RoundAsync(tablet, nurse: 1);
    }

    private async Task RoundAsync(Tablet tablet, int nurse)
    {
        using var done = await TakeAsync(tablet, await ScannedAsync(tablet, nurse), nurse);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(done));
    }

    private async Task<string> ScannedAsync(Tablet tablet, int nurse)
    {
        var attempt = await OpenAsync(tablet, nurse);
        foreach (var raw in new[] { await _site.BandSymbolAsync(Coi), await _site.SymbolAsync(Coi, (await BagAsync()).Id.ToString()) })
        {
            using var taken = await ScanAsync(tablet, attempt, raw);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        }

        return attempt;
    }

    private async Task<string> OpenAsync(Tablet tablet, int nurse)
    {
        using var opened = await tablet.PostAsync(await AddressAsync(), "Open", [("Badge", _site.Crew(Role.WardNurse, nurse).Badge), ("EntryMethod", "scanned")]);
        var next = opened.Headers.Location?.ToString() ?? throw new InvalidOperationException(await Tablet.SaysAsync(opened));
        return next[(next.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    private async Task<HttpResponseMessage> ScanAsync(Tablet tablet, string attempt, string raw, string? scanId = null) =>
        await tablet.ScanAsync(await AddressAsync(), attempt, raw, scanId: scanId);

    private async Task<HttpResponseMessage> TakeAsync(Tablet tablet, string attempt, int nurse) =>
        await tablet.PostAsync(await AddressAsync(), "Take", [("Attempt", attempt), ("Pin", _site.Crew(Role.WardNurse, nurse).Pin), .. Agreed]);

    private async Task ReidentifyAsync()
    {
        using var physician = await _site.TabletAsync(Role.Investigator);
        var step = Tablet.Step("Ward", "bag.reidentify", Coi, (await BagAsync()).Id.ToString());
        foreach (var raw in new[] { await _site.BandSymbolAsync(Coi), await _site.SymbolAsync(Coi, (await BagAsync()).Id.ToString()) })
        {
            using var scanned = await physician.ScanAsync(step, "again", raw);
            Assert.Equal(HttpStatusCode.Redirect, scanned.StatusCode);
        }

        using var freed = await physician.TakeAsync(step, "again", [_site.Crew(Role.Investigator), _site.Crew(Role.QualityAssurance)]);
        Assert.True(freed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(freed));
    }

    private async Task<string> OtherBagAsync() => await _site.SymbolAsync(Other, (await _site.ChainAsync(Other)).Bags[0].Id.ToString());

    private async Task<DoseBag> BagAsync() => (await _site.ChainAsync(Coi)).Bags[0];

    private async Task<string> AddressAsync() => $"/Ward/Bedside/{Coi}/{(await BagAsync()).Id}";
}
