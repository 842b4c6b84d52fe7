using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>One scan and a PIN: the page of a step goes over to the next nurse as it is.</summary>
[Collection(BrowserTests.Name)]
public sealed class HandOverScreenTests(Chromium chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private FilledSite _site = null!;
    private SiteProcess _process = null!;

    public async Task InitializeAsync()
    {
        _site = await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("bag.depart", "1"));
        _process = await SiteProcess.StartAsync(_data);
    }

    public async Task DisposeAsync()
    {
        output.WriteLine(_process.Output);
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task HandOver_WhileTheFormIsHalfFilled_GoesOnWhereItWas()
    {
        var (address, codes) = await ReceiptAsync();
        var nurses = _site.Crew.Where(member => member.Role == Role.WardNurse).ToList();
        var page = await chromium.NewDeviceAsync(_process.Address);
        await Tablets.SignInAsync(page, nurses[0]);
        await page.GotoAsync(address);
        for (var done = 0; done < codes.Count; done++)
        {
            await Scanner.ScanAsync(page.Locator("#scanned"), codes[done]);
            await Expect(page.Locator(".demand-done")).ToHaveCountAsync(done + 1);
        }

        await page.Locator("#f_max_c").FillAsync("-160,5");
        await page.Locator("#f_seal_good").CheckAsync();
        var before = page.Url;
        await page.Locator("button[formaction]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Передать место");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "hand-over");
        await Scanner.ScanAsync(page.Locator("#badge"), nurses[1].Badge);
        await Expect(page.Locator("#pin")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(nurses[1].Pin);
        await page.Locator("form:has(#pin) button[type=submit]").ClickAsync();

        await Expect(page.Locator(".whoami")).ToContainTextAsync(nurses[1].Person.FullName);
        Assert.Equal(before, page.Url);
        await Expect(page.Locator(".demand-done")).ToHaveCountAsync(codes.Count);
        await Expect(page.Locator("#f_max_c")).ToHaveValueAsync("-160,5");
        await Expect(page.Locator("#f_seal_good")).ToBeCheckedAsync();
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "hand-over-done");
    }

    private async Task<(string Address, IReadOnlyList<string> Codes)> ReceiptAsync()
    {
        await using var database = new Database(DatabaseAddress.OfFile(FreshSite.DatabaseIn(_data)));
        var chain = ChainState.Fold(await ChainStreams.HistoryAsync(database, _site.Chains[0], default))!;
        var bag = chain.BagsOf(1).First();
        var label = chain.Prints.Values.Last(print =>
            print.Of == $"{bag.Id}" && print.Carrier == Carrier.PrimaryBag && print.State is PrintState.Printed or PrintState.Applied);
        var symbol = (await LabelPrints.FindAsync(database, label.Serial, default))!.Symbol;
        return (Tablet.Step("Ward", "bag.receive", chain.Coi, $"{bag.Id}"), [$"{bag.Seal}", $"{bag.Box}", symbol]);
    }
}
