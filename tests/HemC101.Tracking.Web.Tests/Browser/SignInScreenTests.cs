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
    public async Task SignIn_BadgeScanAndPin_OpensTheWorkListInThePersonsLanguage()
    {
        var page = await chromium.NewDeviceAsync(site.Address);
        var nurse = site.Crew.First(member => member.Role == Tracking.People.Role.WardNurse);

        await Tablets.SignInAsync(page, nurse);

        await Expect(page.Locator("header.top")).ToContainTextAsync(nurse.FullName);
        await Accessibility.AssertNoViolationsAsync(page);
    }
}
