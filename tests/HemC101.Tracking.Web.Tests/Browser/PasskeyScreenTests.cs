using HemC101.Tracking.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The whole way with Chromium's own authenticator. The page is opened as localhost: an address of numbers has no passkeys.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyScreenTests(Chromium chromium, PlainSite site) : IClassFixture<PlainSite>
{
    private const string Name = "рабочий ноутбук";
    private const string Way = "form[data-passkey]";

    private static readonly Dictionary<string, object> Virtual = new()
    {
        ["options"] = new Dictionary<string, object>
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        },
    };

    private Uri Localhost => new UriBuilder(site.Address) { Host = "localhost" }.Uri;

    [BrowserFact]
    public async Task Passkey_AddedUsedAndRemoved_OpensOnlyWhileItIsThere()
    {
        var page = await chromium.NewDeviceAsync(Localhost);
        await PlugInAsync(page);
        await AddAsync(page, Role.Courier);

        await SignOutAsync(page);
        await Screens.ShootAsync(page, "sign-in-passkey");
        await Accessibility.AssertNoViolationsAsync(page);
        await page.Locator(Way).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".whoami")).ToBeVisibleAsync();
        await page.GotoAsync("/Account/Me");
        await Expect(page.Locator("form[action*=Sessions] li", new() { HasText = "этот сеанс" })).ToContainTextAsync("ключ доступа");
        await Expect(page.Locator("form.passkey")).ToContainTextAsync("последний вход");

        await page.Locator("form.passkey summary").ClickAsync();
        await page.Locator("form.passkey input[name=password]").FillAsync(PasswordOf(Role.Courier));
        await page.Locator("form.passkey button").ClickAsync();
        await Expect(page.Locator(".verdict")).ToContainTextAsync("Изменено");
        await Expect(page.Locator("form.passkey")).ToHaveCountAsync(0);

        await SignOutAsync(page);
        await page.Locator(Way).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ключ доступа не принят");
        await Accessibility.AssertNoViolationsAsync(page);
    }

    [BrowserFact]
    public async Task Passkey_OwnerNotVerified_IsNeitherMadeNorUsed()
    {
        var page = await chromium.NewDeviceAsync(Localhost);
        var (session, authenticator) = await PlugInAsync(page);
        await AddAsync(page, Role.Cryostore);
        await session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });

        await SignOutAsync(page);
        await page.Locator(Way).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".passkey-failed")).ToContainTextAsync("Вход с ключом не состоялся");
        await Accessibility.AssertNoViolationsAsync(page);

        await SignInAsync(page, Role.Cryostore);
        await OfferAsync(page, Role.Cryostore, "ещё один");
        await page.Locator($"{Way} button").ClickAsync();
        await Expect(page.Locator(".passkey-failed")).ToContainTextAsync("Ключ не создан");
        await Accessibility.AssertNoViolationsAsync(page);
    }

    [BrowserFact]
    public async Task SignIn_BrowserOrAddressWithoutPasskeys_OffersNone()
    {
        var numbered = await chromium.NewDeviceAsync(site.Address);
        var old = await chromium.NewDeviceAsync(Localhost);
        await old.AddInitScriptAsync("delete window.PublicKeyCredential;");
        var plain = await chromium.NewDeviceAsync(Localhost, script: false);

        foreach (var page in new[] { numbered, old, plain })
        {
            await page.GotoAsync("/Account/SignIn");
            await Expect(page.Locator("#badge")).ToBeVisibleAsync();
            await Expect(page.Locator(Way)).ToBeHiddenAsync();
        }
    }

    private static string PasswordOf(Role role) => $"password of {role} 1";

    private static async Task<(ICDPSession Session, string Authenticator)> PlugInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", Virtual);
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task AddAsync(IPage page, Role role)
    {
        await SignInAsync(page, role);
        await OfferAsync(page, role, Name);
        await Accessibility.AssertNoViolationsAsync(page);
        await page.Locator($"{Way} button").ClickAsync();
        await Expect(page.Locator("form.passkey")).ToContainTextAsync(Name);
        await Accessibility.AssertNoViolationsAsync(page);
    }

    private static async Task OfferAsync(IPage page, Role role, string name)
    {
        await page.GotoAsync("/Account/Me");
        await page.Locator("#passkey-name").FillAsync(name);
        await page.Locator("#passkey-password").FillAsync(PasswordOf(role));
        await page.Locator("form[action*=PasskeyOffer] button").ClickAsync();
        await Expect(page.Locator($"{Way} button")).ToBeEnabledAsync();
    }

    private static async Task SignInAsync(IPage page, Role role)
    {
        await page.GotoAsync("/Account/SignIn");
        await page.Locator("#user-name").FillAsync($"{role}1".ToLowerInvariant());
        await page.Locator("#password").FillAsync(PasswordOf(role));
        await page.Locator("form[action*='handler=Password'] button[type=submit]").ClickAsync();
        await Expect(page.Locator(".whoami")).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.Locator("form[action*=SignOut] button").First.ClickAsync();
        await Expect(page.Locator("#badge")).ToBeVisibleAsync();
    }
}
