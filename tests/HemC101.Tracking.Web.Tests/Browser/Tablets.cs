using System.Text.RegularExpressions;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The devices of the crews: one for each person, signed in once and then left on, as on a shift.</summary>
internal sealed partial class Tablets(Chromium chromium, Uri site, IReadOnlyList<CrewMember> crew, Keyboard? keyboard = null)
{
    private readonly Dictionary<string, IPage> _byBadge = [];

    /// <summary>The device of the first with this role.</summary>
    public Task<IPage> OfAsync(Tracking.People.Role role) => OfAsync(crew.First(member => member.Role == role));

    public async Task<IPage> OfAsync(CrewMember member)
    {
        if (!_byBadge.TryGetValue(member.Badge, out var page))
        {
            page = _byBadge[member.Badge] = await chromium.NewDeviceAsync(site);
            await SignInAsync(page, member, keyboard);
        }

        return page;
    }

    public async Task ShootAsync(Tracking.People.Role role, string address, string name)
    {
        var page = await OfAsync(role);
        await page.GotoAsync(address);
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, name);
    }

    public static async Task SignInAsync(IPage page, CrewMember member, Keyboard? keyboard = null)
    {
        await page.GotoAsync("/Account/SignIn");
        await Scanner.ScanAsync(page.Locator("#badge"), member.Badge, keyboard);
        await Expect(page.Locator("#pin")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(member.Pin);
        await page.Locator("form:has(#pin) button[type=submit]").ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(SignInPage());
    }

    [GeneratedRegex("SignIn")]
    private static partial Regex SignInPage();
}
