using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A newcomer with two windows: the script in one, the step in the other, and the clipboard between them.</summary>
[Collection(BrowserTests.Name)]
public sealed class DemoScriptTests(Chromium chromium, DemoProcess demo, ITestOutputHelper output) : IClassFixture<DemoProcess>, IDisposable
{
    public void Dispose() => output.WriteLine(demo.Output);

    [BrowserFact]
    public async Task Script_FollowedByCopyAndPaste_TakesTheStep_AndTurnsToTheNextByItself()
    {
        var script = await OpenAsync(withClipboard: true);
        await ChooseAsync(script, "01-007", "Отсоединить пакет");
        await Screens.ShootAsync(script, "demo");

        await FollowAsync(script);

        await Expect(script.Locator("#script-title")).ToContainTextAsync("Передать курьеру");
        await Expect(script.Locator(".demo-chapters a[aria-current]")).ToContainTextAsync("01-007 ✓");
    }

    [BrowserFact]
    public async Task Script_OverPlainHttp_WhereThereIsNoClipboard_CopiesAllTheSame()
    {
        var script = await OpenAsync(withClipboard: false);
        await ChooseAsync(script, "01-004", "Допустить участника к дозе");

        await FollowAsync(script);

        await Expect(script.Locator("#script-title")).ToContainTextAsync("Зарезервировать для введения");
    }

    [BrowserFact]
    public async Task Page_InBothLanguages_IsAccessible_AndFitsAPhone()
    {
        var page = await OpenAsync(withClipboard: true);
        await page.SetViewportSizeAsync(390, 844);
        foreach (var (language, title) in new[] { ("RU", "Начать размораживание"), ("EN", "Start the thaw") })
        {
            await page.Locator("header").GetByText(language, new() { Exact = true }).ClickAsync();
            await ChooseAsync(page, "01-003", title);

            await Accessibility.AssertNoViolationsAsync(page);
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            var symbol = await page.Locator("[data-scan] svg").First.BoundingBoxAsync();
            Assert.True(symbol!.Width >= 250, $"The symbol is only {symbol.Width} pixels wide.");
        }
    }

    private async Task<IPage> OpenAsync(bool withClipboard)
    {
        var page = await chromium.NewDeviceAsync(demo.Address);
        if (!withClipboard)
        {
            await page.Context.AddInitScriptAsync("delete Navigator.prototype.clipboard");
        }

        await page.GotoAsync("/Demo");
        Assert.Equal(withClipboard, await page.EvaluateAsync<bool>("'clipboard' in navigator"));
        return page;
    }

    private static async Task ChooseAsync(IPage script, string participant, string step)
    {
        await script.Locator(".demo-chapters").GetByText(participant).ClickAsync();
        await Expect(script.Locator("#script-title")).ToContainTextAsync(step);
    }

    private static async Task FollowAsync(IPage script)
    {
        var work = await script.Context.RunAndWaitForPageAsync(() => script.Locator("[data-open]").ClickAsync());
        await CarryAsync(script.Locator("[data-part=open] [data-badge-code]"), work.Locator("#badge"));
        await CarryAsync(script.Locator("[data-part=open] [data-pin]"), work.Locator("#pin"));
        await work.Locator("form:has(#pin) button[type=submit]").ClickAsync();
        foreach (var scan in await script.Locator("[data-scan]").AllAsync())
        {
            await CarryAsync(scan.Locator("[data-copy]"), work.Locator("#scanned"));
            await work.Keyboard.PressAsync("Enter");
            await Expect(work.Locator($".demand-done[data-demand='{await scan.GetAttributeAsync("data-scan")}']")).ToContainTextAsync("вставлено (демо)");
        }

        foreach (var entry in await script.Locator("[data-entry]").AllAsync())
        {
            await FillAsync(entry, work);
        }

        var signers = await script.Locator("[data-signer]").AllAsync();
        for (var i = 0; i < signers.Count; i++)
        {
            await CarryAsync(signers[i].Locator("[data-badge-code]"), work.Locator($"#Signers_{i}__Signer"));
            await CarryAsync(signers[i].Locator("[data-pin]"), work.Locator($"#Signers_{i}__Secret"));
        }

        await work.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync();
        await work.ArriveAsync("/Chains/");
        await script.BringToFrontAsync();
    }

    /// <summary>Finds the field by what stands beside the value in the script.</summary>
    private static async Task FillAsync(ILocator entry, IPage work)
    {
        var field = work.Locator(".step-form").GetByLabel((await entry.Locator("dt").InnerTextAsync()).Trim());
        var said = (await entry.Locator("dd strong").InnerTextAsync()).Trim();
        var kind = await field.EvaluateAsync<string>("field => field.tagName === 'SELECT' ? 'select' : field.type");
        if (await entry.Locator("[data-copy]").CountAsync() > 0)
        {
            await CarryAsync(entry.Locator("[data-copy]"), field);
        }
        else
        {
            await (kind switch
            {
                "select" => field.SelectOptionAsync(said),
                "checkbox" => field.SetCheckedAsync(said == "поставьте галочку"),
                _ => field.FillAsync((await entry.GetAttributeAsync("data-value"))!),
            });
        }
    }

    /// <summary>From the button that copies to the field, through the clipboard.</summary>
    private static async Task CarryAsync(ILocator copy, ILocator field)
    {
        await copy.Page.BringToFrontAsync();
        await copy.ClickAsync();
        await Expect(copy).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("copied-last"));
        await field.Page.BringToFrontAsync();
        await field.FocusAsync();
        await field.Page.Keyboard.PressAsync("Control+V");
        await Expect(field).ToHaveValueAsync((await copy.GetAttributeAsync("data-copy"))!);
    }
}
