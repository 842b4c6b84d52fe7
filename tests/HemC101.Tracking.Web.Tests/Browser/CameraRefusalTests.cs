using HemC101.Tracking.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Whatever keeps a camera from reading, the page says it, and the scanner finds its field ready.</summary>
[Collection(CamerasInBrowser.Name)]
public sealed class CameraRefusalTests(Chromium chromium, CameraSite site) : IClassFixture<CameraSite>
{
    private const string Device = "--use-fake-device-for-media-stream";

    [BrowserTheory]
    [InlineData("ru", "Доступ к камере запрещён.")]
    [InlineData("en", "The camera is not allowed.")]
    public async Task PermissionRefused_SaysSo_AndTheScannerGoesOn(string language, string sentence)
    {
        await using var browser = await chromium.LaunchAsync(Device, "--use-fake-ui-for-media-stream=deny");

        await AssertRefusedAsync(await ReceiptAsync(browser, language), sentence);
    }

    [BrowserTheory]
    [InlineData("NotFoundError", "Камеры нет или она отключилась.")]
    [InlineData("NotReadableError", "Камера не включилась: возможно, её держит другая программа.")]
    public async Task CameraMissingOrInUse_SaysSo_AndTheScannerGoesOn(string error, string sentence)
    {
        await using var browser = await chromium.LaunchAsync();
        var page = await ReceiptAsync(browser, "ru");
        await page.EvaluateAsync("error => { navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', error); }; }", error);

        await AssertRefusedAsync(page, sentence);
    }

    [BrowserTheory]
    [InlineData("**/js/camera.js")]
    [InlineData("**/zxing_reader.wasm")]
    [InlineData("**/zxing-wasm/share.js")]
    public async Task ReaderDoesNotLoad_SaysSo_AndTheScannerGoesOn(string file)
    {
        await using var browser = await chromium.LaunchAsync(Device, "--use-fake-ui-for-media-stream");
        var page = await ReceiptAsync(browser, "ru");
        await page.Context.RouteAsync(file, route => route.AbortAsync());

        await AssertRefusedAsync(page, "Чтение кодов не загрузилось.");
    }

    [BrowserFact]
    public async Task CameraPulledOut_SaysSo_AndTheScannerGoesOn()
    {
        await using var browser = await chromium.LaunchAsync(Device, "--use-fake-ui-for-media-stream");
        var page = await ReceiptAsync(browser, "ru");
        await page.Locator("main .camera-button").ClickAsync();
        await Expect(page.Locator("dialog [data-says=aim]")).ToBeVisibleAsync();

        await page.EvaluateAsync("document.querySelector('dialog video').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))");

        await AssertSaidAsync(page, "Камеры нет или она отключилась.");
    }

    [BrowserFact]
    public async Task PageNotOpenedSecurely_HasNoButton_AndSaysWhy()
    {
        await using var browser = await chromium.LaunchAsync("--host-resolver-rules=MAP ward.example 127.0.0.1");
        var page = await Chromium.NewDeviceAsync(browser, new UriBuilder(site.Address) { Host = "ward.example" }.Uri);
        await page.GotoAsync("/Account/SignIn");

        await Expect(page.Locator(".camera-none")).ToHaveTextAsync("Камера здесь недоступна: страница открыта не по HTTPS. Сканер и клавиатура работают.");
        await Expect(page.Locator(".camera-button")).ToHaveCountAsync(0);
        await Accessibility.AssertNoViolationsAsync(page);
        await page.Locator("header").GetByText("EN", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".camera-none")).ToHaveTextAsync("No camera here: the page was not opened over HTTPS. Scanner and keyboard work.");
        await Tablets.SignInAsync(page, site.Member(Role.LabOperator));
    }

    [BrowserFact]
    public async Task SecondCamera_Chosen_IsTheFirstNextTime()
    {
        await using var browser = await chromium.LaunchAsync($"{Device}=device-count=2", "--use-fake-ui-for-media-stream");
        var page = await ReceiptAsync(browser, "ru");
        await page.Locator("main .camera-button").ClickAsync();
        var choice = page.Locator("dialog select");
        await Expect(choice.Locator("option")).ToHaveCountAsync(2);
        var other = (await choice.Locator("option:not(:checked)").GetAttributeAsync("value"))!;
        await choice.SelectOptionAsync(other);
        await AssertFilmsAsync(page, other);
        await page.Keyboard.PressAsync("Escape");

        await page.ReloadAsync();
        await page.Locator("main .camera-button").ClickAsync();

        await AssertFilmsAsync(page, other);
        await Expect(choice).ToHaveValueAsync(other);
        await Accessibility.AssertNoViolationsAsync(page);
    }

    [BrowserFact]
    public async Task Torch_WhereTheCameraHasOne_IsTurnedOnAndOff()
    {
        await using var browser = await chromium.LaunchAsync(Device, "--use-fake-ui-for-media-stream");
        var page = await ReceiptAsync(browser, "en");
        await page.Locator("main .camera-button").ClickAsync();
        await Expect(page.Locator("dialog [data-says=aim]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-camera-torch]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync(
            """
            () => {
                window.turned = [];
                MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
                MediaStreamTrack.prototype.applyConstraints = async wish => { window.turned.push(wish.advanced[0].torch); };
            }
            """);
        await page.Locator("main .camera-button").ClickAsync();

        var torch = page.GetByRole(AriaRole.Button, new() { Name = "Torch" });
        await torch.ClickAsync();
        await Expect(torch).ToHaveAttributeAsync("aria-pressed", "true");
        await torch.ClickAsync();
        await Expect(torch).ToHaveAttributeAsync("aria-pressed", "false");

        var turned = await page.EvaluateAsync<bool[]>("window.turned");
        Assert.Equal([true, false], turned);
    }

    private static async Task AssertFilmsAsync(IPage page, string device) => await page.WaitForFunctionAsync(
        "device => document.querySelector('dialog video')?.srcObject?.getVideoTracks()[0].getSettings().deviceId === device", device);

    private async Task<IPage> ReceiptAsync(IBrowser browser, string language)
    {
        var page = await Chromium.NewDeviceAsync(browser, site.Address, 390, 844);
        await Tablets.SignInAsync(page, site.Member(Role.LabOperator));
        await page.Locator("header").GetByText(language.ToUpperInvariant(), new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        var chain = await site.AwaitingReceiptAsync();
        await page.GotoAsync($"/Transport/Step/collection.receive/{chain.Coi}/{chain.Collections[^1].Donation}");
        return page;
    }

    private async Task AssertRefusedAsync(IPage page, string sentence)
    {
        await page.Locator("main .camera-button").ClickAsync();
        await AssertSaidAsync(page, sentence);
    }

    private async Task AssertSaidAsync(IPage page, string sentence)
    {
        await Expect(page.Locator("main [role=alert]")).ToContainTextAsync(sentence);
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("#scanned")).ToBeFocusedAsync();
        await Expect(page.Locator("main [role=alert]")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Accessibility.AssertNoViolationsAsync(page);
        await Scanner.ScanAsync(page.Locator("#scanned"), (await site.AwaitingReceiptAsync()).Collections[^1].Seal!.Value.ToString());
        await Expect(page.Locator(".demand-done[data-demand=seal]")).ToBeVisibleAsync();
    }
}
