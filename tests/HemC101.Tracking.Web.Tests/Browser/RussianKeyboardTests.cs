using System.Text.RegularExpressions;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The ward's tablet stands in the Russian layout and CapsLock is on; the scanner presses its keys all the same.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class RussianKeyboardTests(Chromium chromium, CameraSite site, ITestOutputHelper output) : IClassFixture<CameraSite>
{
    [BrowserFact]
    public async Task BothRounds_ByAScannerOnARussianKeyboardWithCapsLock_Match()
    {
        var chain = await site.AtTheBedAsync();
        var bag = await site.SymbolAsync(chain, chain.Bags[0].Id.ToString());
        var page = await chromium.NewDeviceAsync(site.Address);
        await Tablets.SignInAsync(page, Nurse(0), Keyboard.RussianWithCapsLock);

        foreach (var nurse in new[] { Nurse(0), Nurse(1) })
        {
            await page.GotoAsync($"/Ward/Bedside/{chain.Coi}/{chain.Bags[0].Id}");
            await ScanAsync(page, "#badge", nurse.Badge);
            await Expect(page.Locator("#scanned")).ToBeFocusedAsync();
            await ScanAsync(page, "#scanned", CameraSite.Band(chain));
            await Expect(page.Locator(".demand-done[data-demand=band]")).ToBeVisibleAsync();
            await ScanAsync(page, "#scanned", bag);
            await Expect(page.Locator(".demand-done[data-demand=bag]")).ToBeVisibleAsync();
            await AssertArrivedInRussianAsync(await page.Locator("input[name=Attempt]").First.InputValueAsync());
            await StepForm.FillAsync(page, new("bedside.first", "1"));
            await page.FillAsync("#pin", nurse.Pin);
            await page.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync();
            await page.ArriveAsync("");
        }

        output.WriteLine(site.Output);
        await Expect(page.Locator("[data-verdict] h1")).ToContainTextAsync("СОВПАДАЕТ");
    }

    private static Task ScanAsync(IPage page, string field, string symbol) =>
        Scanner.ScanAsync(page.Locator(field), symbol, Keyboard.RussianWithCapsLock);

    private CrewMember Nurse(int index) => site.Member(Role.WardNurse, index);

    /// <summary>The band's scan is digits alone and looks alike in every layout.</summary>
    private async Task AssertArrivedInRussianAsync(string attempt)
    {
        var scans = await site.ScansAsync(attempt);
        Assert.Equal(["badge", "band", "bag"], scans.Select(scan => scan.Demand));
        Assert.All(scans, scan => Assert.Equal("scanned", scan.EntryMethod));
        Assert.Matches(Cyrillic(), scans[0].Raw);
        Assert.Matches(Cyrillic(), scans[2].Raw);
    }

    [GeneratedRegex("[а-я]")]
    private static partial Regex Cyrillic();
}
