using System.Net;
using System.Text.Json.Nodes;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Pages.ScannerTest;

namespace HemC101.Tracking.Web.Tests.Pages.Ward;

/// <summary>A bag waits on the ward for its pre-thaw clearance.</summary>
public sealed class ClearanceScannerTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Agreed =
        [("stated_name", "true"), ("stated_birth_date", "true"), ("order_agrees", "true"), ("iv_access", "true"), ("physician_present", "true")];

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bag.receive", "1"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Untested_WhereItIsNoCondition_TwoPeopleConfirmTheScanner()
    {
        using var first = await _site.TabletAsync(Role.WardNurse);
        using var second = await _site.TabletAsync(Role.WardNurse, index: 1);
        Assert.NotNull((await first.GetAsync(await StepAsync())).QuerySelector(".scan-panel .scanner-note a[href='/ScannerTest']"));

        using var unconfirmed = await ClearAsync(first, nurse: 0);
        using var confirmed = await TakeAsync(first, nurse: 0, ("scanner_works", "true"));
        using var unconfirmedAgain = await ClearAsync(second, nurse: 1);
        using var cleared = await TakeAsync(second, nurse: 1, ("scanner_works", "true"));

        Assert.Equal(HttpStatusCode.OK, unconfirmed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, unconfirmedAgain.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
        Assert.Null((await ClearedAsync()).ScannerTestedAt);
    }

    [Fact]
    public async Task Tested_TheMeasuredTestStandsInTheRecord()
    {
        await ClearWithTestedScannersAsync();

        Assert.Equal(_site.Time.GetUtcNow(), (await ClearedAsync()).ScannerTestedAt!.Value, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("ru", "Откройте «Проверка сканера»")]
    [InlineData("en", "Open “Scanner test”")]
    public async Task Required_UntilTheTestIsPassed_TheStepIsClosed(string language, string sentence)
    {
        await RequireAsync();
        using var tablet = await _site.TabletAsync(Role.WardNurse, language);
        using var closed = await tablet.OpenAsync(await StepAsync());
        Assert.Contains(sentence, await Tablet.SaysAsync(closed), StringComparison.Ordinal);
        using var forced = await tablet.TakeAsync(await StepAsync(), "forced", [_site.Crew(Role.WardNurse)], [.. Agreed, ("scanner_works", "true")]);
        Assert.Contains(sentence, await Tablet.SaysAsync(forced), StringComparison.Ordinal);

        await ClearWithTestedScannersAsync();

        Assert.Equal(BagState.Cleared, (await _site.ChainAsync(Coi)).Bags[0].State);
    }

    [Fact]
    public async Task Required_TheThawIsStartedFromAnUntestedDevice()
    {
        await RequireAsync();
        await ClearWithTestedScannersAsync();
        using var untested = await _site.TabletAsync(Role.WardNurse);

        using var thaw = await untested.OpenAsync((await StepAsync()).Replace("bag.clear", "thaw.start", StringComparison.Ordinal));

        Assert.Equal("", await Tablet.SaysAsync(thaw));
    }

    /// <summary>Both nurses, each at a device of their own.</summary>
    private async Task ClearWithTestedScannersAsync()
    {
        foreach (var nurse in new[] { 0, 1 })
        {
            using var tablet = await _site.TabletAsync(Role.WardNurse, index: nurse);
            await IndexTests.ScanAllAsync(tablet, symbol => symbol.Scan);
            using var half = await ClearAsync(tablet, nurse);
            Assert.True(half.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(half));
        }
    }

    private async Task<HttpResponseMessage> ClearAsync(Tablet tablet, int nurse)
    {
        foreach (var raw in new[] { await _site.BandSymbolAsync(Coi), await _site.SymbolAsync(Coi, (await _site.ChainAsync(Coi)).Bags[0].Id.ToString()) })
        {
            using var scanned = await tablet.ScanAsync(await StepAsync(), $"nurse-{nurse}", raw);
            Assert.True(scanned.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(scanned));
        }

        return await TakeAsync(tablet, nurse);
    }

    private async Task<HttpResponseMessage> TakeAsync(Tablet tablet, int nurse, params (string Name, string Value)[] more) =>
        await tablet.TakeAsync(await StepAsync(), $"nurse-{nurse}", [_site.Crew(Role.WardNurse, nurse)], [.. Agreed, .. more]);

    private async Task<BagCleared> ClearedAsync() => (await _site.HistoryAsync(Coi)).Select(happened => happened.What).OfType<BagCleared>().Single();

    private async Task<string> StepAsync() => Tablet.Step("Ward", "bag.clear", Coi, (await _site.ChainAsync(Coi)).Bags[0].Id.ToString());

    /// <summary>The next version of the settings, before the site has looked at them.</summary>
    private async Task RequireAsync()
    {
        var stream = await EventLedger.ReadStreamAsync(_site.Database, "study-settings", default);
        var settings = JsonNode.Parse(stream[^1].Data)!;
        settings["scannerTestRequired"] = true;
        await using var uow = await _site.Database.BeginAsync(default);
        var at = _site.Time.GetUtcNow();
        var entry = new NewEntry("SettingsAdopted", 1, at, "setup", "setup", settings.ToJsonString());
        Assert.IsType<Appended.Ok>(await EventLedger.AppendAsync(uow, "study-settings", stream.Count, at, [entry], default));
        await uow.CommitAsync(default);
    }
}
