using System.Collections.Concurrent;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.People;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A tablet or phone without a scanner: its camera sees the symbols that our labels carry.</summary>
[Collection(CamerasInBrowser.Name)]
public sealed class CameraTests(Chromium chromium, CameraSite site, ITestOutputHelper output) : IClassFixture<CameraSite>, IAsyncLifetime, IDisposable
{
    private readonly FakeCamera _camera = new();
    private IBrowser _browser = null!;

    public async Task InitializeAsync() => _browser = await chromium.LaunchAsync(_camera.Arguments);

    public async Task DisposeAsync()
    {
        output.WriteLine(site.Output);
        await _browser.DisposeAsync();
    }

    public void Dispose() => _camera.Dispose();

    [BrowserFact]
    public async Task Step_EveryCodeFilmed_IsTakenAndKeptAsReadByCamera()
    {
        var chain = await site.AwaitingReceiptAsync();
        var collection = chain.Collections[^1];
        var page = await DeviceAsync(390, 844, Role.LabOperator);
        await page.GotoAsync($"/Transport/Step/collection.receive/{chain.Coi}/{collection.Donation}");

        await FilmAsync(page, "seal", Symbology.Code128, collection.Seal!.Value.ToString());
        await FilmAsync(page, "box", Symbology.DataMatrix, collection.Box!.Value.ToString());
        var attempt = await page.Locator("input[name=Attempt]").First.InputValueAsync();
        await FilmAsync(page, "bag", Symbology.DataMatrix, await site.SymbolAsync(chain, collection.Donation.ToString()));

        Assert.Equal(
            [("seal", "camera", "Accepted", "]C0&s"), ("box", "camera", "Accepted", "]d1&t"), ("bag", "camera", "Accepted", "]d1=+")],
            (await site.ScansAsync(attempt)).Select(scan => (scan.Demand!, scan.EntryMethod, scan.Verdict, scan.Raw[..5])));
        await Expect(page.Locator(".scan-panel .mark-warning")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Bed_BadgeBandAndBagFilmed_IsARoundByCamera()
    {
        var chain = await site.AtTheBedAsync();
        var page = await DeviceAsync(820, 1180, Role.WardNurse);
        await page.GotoAsync($"/Ward/Bedside/{chain.Coi}/{chain.Bags[0].Id}");

        _camera.Show((Symbology.DataMatrix, site.Member(Role.WardNurse).Badge));
        await OpenAsync(page);
        await Expect(page.Locator("#scanned")).ToBeVisibleAsync();
        await FilmAsync(page, "band", Symbology.Gs1DataMatrix, CameraSite.Band(chain));
        var attempt = await page.Locator("input[name=Attempt]").First.InputValueAsync();
        await FilmAsync(page, "bag", Symbology.DataMatrix, await site.SymbolAsync(chain, chain.Bags[0].Id.ToString()));

        var scans = await site.ScansAsync(attempt);
        Assert.Equal(["badge", "band", "bag"], scans.Select(scan => scan.Demand));
        Assert.All(scans, scan => Assert.Equal("camera", scan.EntryMethod));
        Assert.Equal($"]d2{CameraSite.Band(chain)}", scans[1].Raw);
    }

    [BrowserFact]
    public async Task SignIn_BadgeFilmed_LeavesThePinToBeTyped()
    {
        var nurse = site.Member(Role.WardNurse);
        var page = await Chromium.NewDeviceAsync(_browser, site.Address, 390, 844);
        await page.GotoAsync("/Account/SignIn");

        _camera.Show((Symbology.DataMatrix, nurse.Badge));
        await page.Locator(".sign-in-first .camera-button").ClickAsync();

        await Expect(page.Locator("#pin")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(nurse.Pin);
        await page.Locator("form:has(#pin) button[type=submit]").ClickAsync();
        await Expect(page.Locator("header.top")).ToContainTextAsync(nurse.Person.FullName);
    }

    [BrowserFact]
    public async Task SeveralCodesInTheFrame_NoneInItsMiddle_ReadsNothingAndSaysWhy()
    {
        var page = await ReceiptAsync();
        _camera.Show((Symbology.DataMatrix, "&s0000000001"), (Symbology.DataMatrix, "&s0000000002"));

        await OpenAsync(page);

        await Expect(page.Locator("dialog [data-says=several]")).ToBeVisibleAsync();
        await Expect(page.Locator("#scanned")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task SeveralCodesInTheFrame_TheOneInItsMiddleIsRead()
    {
        var seal = (await site.AwaitingReceiptAsync()).Collections[^1].Seal!.Value.ToString();
        var page = await ReceiptAsync();
        _camera.Show((Symbology.DataMatrix, "&s0000000001"), (Symbology.DataMatrix, seal), (Symbology.DataMatrix, "&s0000000002"));

        await OpenAsync(page);

        await Expect(page.Locator(".demand-done[data-demand=seal]")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("Escape")]
    [InlineData("close")]
    [InlineData("hide")]
    public async Task Leaving_StopsTheCamera_AndTheScannerGoesOn(string way)
    {
        var page = await ReceiptAsync();
        await page.EvaluateAsync(
            """
            () => {
                const film = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async wish => {
                    const stream = await film(wish);
                    window.filmed = stream.getTracks();
                    return stream;
                };
            }
            """);
        await OpenAsync(page);
        await Expect(page.Locator("dialog [data-says=aim]")).ToBeVisibleAsync();
        var filmed = await TracksAsync(page);
        Assert.Equal(["live"], filmed);

        await (way switch
        {
            "hide" => page.EvaluateAsync("Object.defineProperty(document, 'hidden', { get: () => true }); document.dispatchEvent(new Event('visibilitychange'))"),
            "close" => page.Locator("[data-camera-close]").ClickAsync(),
            _ => page.Keyboard.PressAsync(way),
        });

        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("#scanned")).ToBeFocusedAsync();
        filmed = await TracksAsync(page);
        Assert.Equal(["ended"], filmed);
        await Scanner.ScanAsync(page.Locator("#scanned"), (await site.AwaitingReceiptAsync()).Collections[^1].Seal!.Value.ToString());
        await Expect(page.Locator(".demand-done[data-demand=seal]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task ConnectionLostWhileFilming_ShowsThatAndNotTheCamera()
    {
        var chain = await site.AtTheBedAsync();
        var page = await DeviceAsync(390, 844, Role.WardNurse);
        await page.GotoAsync($"/Ward/Bedside/{chain.Coi}/{chain.Bags[0].Id}");
        await OpenAsync(page);
        await Expect(page.Locator("dialog [data-says=aim]")).ToBeVisibleAsync();

        await page.Context.SetOfflineAsync(true);

        await Expect(page.Locator("[data-lost]")).ToBeInViewportAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task TextOfTheCamera_ChangedByHand_IsTyped()
    {
        var page = await ReceiptAsync();
        await page.EvaluateAsync("document.querySelector('#scanned').form.addEventListener('submit', event => event.preventDefault())");
        _camera.Show((Symbology.DataMatrix, "&s0000000001"));
        await OpenAsync(page);
        await Expect(page.Locator("input[name=EntryMethod]").Last).ToHaveValueAsync("camera");

        await page.Locator("#scanned").PressAsync("End");
        await page.Locator("#scanned").PressAsync("Backspace");
        await page.Keyboard.TypeAsync("2", new() { Delay = 80 });
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("input[name=EntryMethod]").Last).ToHaveValueAsync("typed");
    }

    [BrowserFact]
    public async Task Reader_IsLoadedFromTheSiteItself_AndOnlyWhenTheButtonIsPressed()
    {
        var page = await ReceiptAsync();
        ConcurrentQueue<Uri> asked = [];
        page.Request += (_, request) => asked.Enqueue(new(request.Url));
        await page.ReloadAsync();
        Assert.DoesNotContain(asked, url => url.AbsolutePath.Contains("zxing", StringComparison.Ordinal));

        var loaded = page.WaitForResponseAsync("**/zxing_reader.wasm");
        await OpenAsync(page);

        var wasm = await loaded;
        Assert.Equal(200, wasm.Status);
        Assert.Equal("application/wasm", await wasm.HeaderValueAsync("content-type"));
        Assert.All(asked, url => Assert.Equal(site.Address.Authority, url.Authority));
    }

    [BrowserTheory]
    [InlineData("ru", 390, 844)]
    [InlineData("en", 390, 844)]
    [InlineData("ru", 1366, 768)]
    [InlineData("en", 1366, 768)]
    public async Task Dialog_FitsTheScreenAndIsAccessible(string language, int width, int height)
    {
        var page = await ReceiptAsync();
        await page.SetViewportSizeAsync(width, height);
        await page.Locator("header").GetByText(language.ToUpperInvariant(), new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Accessibility.AssertNoViolationsAsync(page);
        Assert.Equal(0, await OverflowAsync(page));
        _camera.Show((Symbology.DataMatrix, "&s0000000001"), (Symbology.DataMatrix, "&s0000000002"));

        await OpenAsync(page);

        await Expect(page.Locator("dialog [data-says=several]")).ToBeVisibleAsync();
        await Accessibility.AssertNoViolationsAsync(page);
        var dialog = (await page.Locator("dialog").BoundingBoxAsync())!;
        Assert.True(dialog.X >= 0 && dialog.Y >= 0 && dialog.X + dialog.Width <= width && dialog.Y + dialog.Height <= height);
        Assert.Equal(0, await OverflowAsync(page));
        if (language == "ru" && width == 390)
        {
            await Screens.ShootAsync(page, "camera");
        }
    }

    private static async Task OpenAsync(IPage page) => await page.Locator("main .camera-button").First.ClickAsync();

    private static Task<string[]> TracksAsync(IPage page) => page.EvaluateAsync<string[]>("window.filmed.map(track => track.readyState)");

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Holds a label before the camera and presses the button; the step takes what was read.</summary>
    private async Task FilmAsync(IPage page, string demand, Symbology symbology, string payload)
    {
        _camera.Show((symbology, payload));
        await OpenAsync(page);
        await Expect(page.Locator($".demand-done[data-demand={demand}]")).ToBeVisibleAsync();
    }

    private async Task<IPage> ReceiptAsync()
    {
        var page = await DeviceAsync(1280, 900, Role.LabOperator);
        var chain = await site.AwaitingReceiptAsync();
        await page.GotoAsync($"/Transport/Step/collection.receive/{chain.Coi}/{chain.Collections[^1].Donation}");
        return page;
    }

    private async Task<IPage> DeviceAsync(int width, int height, Role role)
    {
        var page = await Chromium.NewDeviceAsync(_browser, site.Address, width, height);
        await Tablets.SignInAsync(page, site.Member(role));
        return page;
    }
}
