using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class SignInScreenTests(Chromium chromium, PlainSite site) : IClassFixture<PlainSite>
{
    [BrowserFact]
    public async Task SignIn_InBothLanguages_ShowsAndIsAccessible()
    {
        var page = await chromium.NewDeviceAsync(site.Address);

        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Вход в систему");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "sign-in");

        await page.Locator("header").GetByText("EN", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await Accessibility.AssertNoViolationsAsync(page);
    }

    [BrowserFact]
    public async Task PastedBadge_IsRefused_AndTheScannerGoesOn()
    {
        var page = await chromium.NewDeviceAsync(site.Address);
        var nurse = site.Crew.First(member => member.Role == Tracking.People.Role.WardNurse);
        await page.GotoAsync("/Account/SignIn");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("code => navigator.clipboard.writeText(code)", nurse.Badge);

        await page.Locator("#badge").FocusAsync();
        await page.Keyboard.PressAsync("Control+v");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("отсканируйте сам бейдж");
        await Expect(page.Locator("#badge")).ToHaveValueAsync("");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "sign-in-pasted");
        await Scanner.ScanAsync(page.Locator("#badge"), nurse.Badge);
        await Expect(page.Locator("#pin")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task SignIn_BadgeScanAndPin_OpensTheWorkListInThePersonsLanguage()
    {
        var page = await chromium.NewDeviceAsync(site.Address);
        var nurse = site.Crew.First(member => member.Role == Tracking.People.Role.WardNurse);

        await Tablets.SignInAsync(page, nurse);

        await Expect(page.Locator("header.top")).ToContainTextAsync(nurse.Person.FullName);
        await Accessibility.AssertNoViolationsAsync(page);
    }
}
