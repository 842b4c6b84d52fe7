using HemC101.Tracking.People;
using HemC101.Tracking.Scans.ScannerTests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The scanner test with keys as a scanner types them, and as a hand does.</summary>
[Collection(BrowserTests.Name)]
public sealed class ScannerTestScreenTests(Chromium chromium, PlainSite site) : IClassFixture<PlainSite>
{
    private const string RussianDonation = "ъС0=Ф99902699999900";

    [BrowserFact]
    public async Task GoodScanner_PassesWithoutARemark_AndTheWarningGoes()
    {
        var page = await OpenAsync();
        await Expect(page.Locator(".scanner-note")).ToHaveCountAsync(0);
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "scanner-test-begin");
        await page.GotoAsync("/Ward");
        await Expect(page.Locator(".scanner-note a")).ToBeVisibleAsync();
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "scanner-note");

        await BeginAsync(page);
        await Screens.ShootAsync(page, "scanner-test-scan");
        foreach (var symbol in TestSymbols.All)
        {
            await Accessibility.AssertNoViolationsAsync(page);
            await Expect(page.Locator("main .camera-button")).ToHaveCountAsync(0);
            await Scanner.ScanAsync(page.Locator("#scanned"), symbol.Scan);
            await Expect(page.Locator($".demand-done[data-symbol={symbol.Key}]")).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".verdict-good .verdict-line")).ToHaveTextAsync("СКАНЕР ПРОВЕРЕН");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "scanner-test-good");
        await page.GotoAsync("/Ward");
        await Expect(page.Locator(".scanner-note")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task BadScanner_IsToldWhatToSwitch()
    {
        var page = await OpenAsync();
        await BeginAsync(page);

        await TypeAsync(page, RussianDonation, "Tab");
        await ExpectFindingAsync(page, "русская раскладка");
        await ExpectFindingAsync(page, "Tab вместо Enter");
        await Screens.ShootAsync(page, "scanner-test-remarks");
        await TypeAsync(page, TestSymbols.Message.Payload, end: null);
        await ExpectFindingAsync(page, "не передаёт идентификатор символики");
        await ExpectFindingAsync(page, "После кода нет клавиши Enter");
        await Scanner.ScanAsync(page.Locator("#scanned"), TestSymbols.Supplier.Scan.Replace("\x1D", "", StringComparison.Ordinal));

        await Expect(page.Locator(".verdict-stop")).ToContainTextAsync("ПРОВЕРКА НЕ ПРОЙДЕНА");
        await Expect(page.Locator("[data-symbol=supplier]")).ToContainTextAsync("Разделитель GS теряется");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "scanner-test-failed");
    }

    [BrowserFact]
    public async Task Hand_IsNoScanner_AndAPasteIsAskedForAgain()
    {
        var page = await OpenAsync();
        await BeginAsync(page);

        await page.EvaluateAsync(
            "text => { const field = document.querySelector('#scanned'); field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true })); field.value = text; field.form.requestSubmit(); }",
            TestSymbols.Donation.Scan);
        await Expect(page.Locator("[data-arrived=slip]")).ToContainTextAsync("вставлен из буфера");

        await page.Locator("#scanned").PressSequentiallyAsync(TestSymbols.Donation.Scan, new() { Delay = 120 });
        await page.Locator("#scanned").PressAsync("Enter");
        await Expect(page.Locator("[data-arrived=failed]")).ToContainTextAsync("как при ручном вводе");
    }

    [BrowserFact]
    public async Task WithoutScript_TheTestIsTaken_AndSaysThatNothingWasMeasured()
    {
        var page = await chromium.NewDeviceAsync(site.Address, 390, 844, script: false);
        await page.GotoAsync("/Account/SignIn");
        var nurse = site.Crew.First(member => member.Role == Role.WardNurse);
        await page.FillAsync("#badge", nurse.Badge);
        await page.FillAsync("#pin", nurse.Pin);
        await page.Locator("form:has(#pin) button[type=submit]").ClickAsync();
        await page.GotoAsync("/ScannerTest");
        await BeginAsync(page);

        foreach (var symbol in TestSymbols.All)
        {
            await page.FillAsync("#scanned", symbol.Scan);
            await page.PressAsync("#scanned", "Enter");
            await Expect(page.Locator($".demand-done[data-symbol={symbol.Key}]")).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".verdict-good")).ToContainTextAsync("есть замечания");
        await Expect(page.Locator("[data-symbol=supplier]")).ToContainTextAsync("Скорость и суффикс не измерены");
    }

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(820, 1180)]
    [InlineData(1366, 768)]
    public async Task Pages_OnEveryScreen_DoNotScrollSideways_AndTheSheetPrints(int width, int height)
    {
        var page = await OpenAsync(width, height);
        await AssertFitsAsync(page);
        await BeginAsync(page);
        await AssertFitsAsync(page);
        await page.GotoAsync("/ScannerTest/Sheet");
        await AssertFitsAsync(page);
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "scanner-sheet");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("header.top")).ToBeHiddenAsync();
        await Expect(page.Locator(".test-symbol svg").First).ToBeVisibleAsync();
        await Expect(page.Locator(".sheet-lines")).ToBeVisibleAsync();
    }

    private static async Task AssertFitsAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    private static Task ExpectFindingAsync(IPage page, string words) => Expect(page.Locator(".arrived")).ToContainTextAsync(words);

    private static async Task BeginAsync(IPage page)
    {
        if (!page.Url.EndsWith("/ScannerTest", StringComparison.Ordinal))
        {
            await page.GotoAsync("/ScannerTest");
        }

        await page.FillAsync("#place", "POST-3");
        await page.Locator("form:has(#place) button[type=submit]").ClickAsync();
        await Expect(page.Locator("#scanned")).ToBeVisibleAsync();
    }

    /// <summary>As <see cref="Scanner"/>, with another key at the end, or none.</summary>
    private static async Task TypeAsync(IPage page, string symbol, string? end)
    {
        await page.Locator("#scanned").FocusAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        var first = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0) - (symbol.Length * 0.005);
        List<Task> keys = [];
        for (var i = 0; i < symbol.Length + (end is null ? 0 : 1); i++)
        {
            var key = i < symbol.Length ? $"{symbol[i]}" : end!;
            var down = new Dictionary<string, object> { ["type"] = i < symbol.Length ? "keyDown" : "rawKeyDown", ["key"] = key, ["timestamp"] = first + (i * 0.005) };
            if (i < symbol.Length)
            {
                down["text"] = key;
            }

            keys.Add(session.SendAsync("Input.dispatchKeyEvent", down));
            keys.Add(session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key, ["timestamp"] = first + (i * 0.005) }));
        }

        await Task.WhenAll(keys);
        await session.DetachAsync();
    }

    private async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        var page = await chromium.NewDeviceAsync(site.Address, width, height);
        await Tablets.SignInAsync(page, site.Crew.First(member => member.Role == Role.WardNurse));
        await page.GotoAsync("/ScannerTest");
        return page;
    }
}
