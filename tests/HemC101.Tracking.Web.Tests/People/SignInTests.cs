using System.Net;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    private const string SignIn = "/Account/SignIn";

    private readonly Desk _desk = new();

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_desk).DisposeAsync();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Post_BadgeAndPin_OpensTheSession()
    {
        var browser = _desk.NewBrowser();

        var answer = await ByBadgeAsync(browser, Desk.Pin);

        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Contains("Соколова Мария Львовна", await TextAsync(browser, "/nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UserNameAndPassword_OpensTheSession()
    {
        var browser = _desk.NewBrowser();

        var answer = await ByNameAsync(browser, Desk.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("hemc101.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Соколова Мария Львовна", await TextAsync(browser, "/nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BadgeWithoutPin_KeepsTheBadgeAndAsksForThePin()
    {
        var badge = await _desk.BadgeAsync();

        var page = await Desk.PageAsync(await Desk.SendAsync(_desk.NewBrowser(), SignIn, ("Badge", badge), ("Pin", "")));

        Assert.Equal(badge, page.QuerySelector("#badge")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#pin")!.HasAttribute("autofocus"));
        Assert.Null(page.QuerySelector(".verdict"));
    }

    [Fact]
    public async Task Post_WrongPinAndUnknownPerson_AnswerAlike()
    {
        var wrongPin = await Desk.PageAsync(await ByBadgeAsync(_desk.NewBrowser(), "111222"));
        var unknown = await Desk.PageAsync(
            await Desk.SendAsync(_desk.NewBrowser(), SignIn, ("UserName", "nobody"), ("Password", Desk.Password)));

        Assert.Equal("stop", wrongPin.QuerySelector(".verdict")!.GetAttribute("data-tone"));
        Assert.Equal(wrongPin.QuerySelector(".verdict")!.TextContent, unknown.QuerySelector(".verdict")!.TextContent);
        Assert.DoesNotContain("111222", wrongPin.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SixthAttemptAfterFiveWrong_IsRefusedThoughRightUntilAMinutePasses()
    {
        var browser = _desk.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await ByBadgeAsync(browser, "111222");
        }

        Assert.Equal(HttpStatusCode.OK, (await ByBadgeAsync(browser, Desk.Pin)).StatusCode);

        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await ByBadgeAsync(browser, Desk.Pin)).StatusCode);
        Assert.Equal(["PersonAdded", "CredentialLocked"], await TypesAsync());
    }

    [Fact]
    public async Task Post_WrongAgainAfterTheLock_WaitsTwiceAsLong_AndTheRightOneBeginsAnew()
    {
        var browser = _desk.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await ByBadgeAsync(browser, "111222");
        }

        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        await ByBadgeAsync(browser, "111222");
        _desk.Time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await ByBadgeAsync(browser, Desk.Pin)).StatusCode);
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await ByBadgeAsync(browser, Desk.Pin)).StatusCode);

        await ByBadgeAsync(_desk.NewBrowser(), "111222");
        Assert.Equal(HttpStatusCode.Redirect, (await ByBadgeAsync(_desk.NewBrowser(), Desk.Pin)).StatusCode);
        Assert.Equal(["PersonAdded", "CredentialLocked", "CredentialLocked"], await TypesAsync());
    }

    [Fact]
    public async Task Post_ManyWrongAtOnce_AreNoMoreGuessesThanAllowed_AndOneLock()
    {
        var badge = await _desk.BadgeAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => _desk.AuthenticateAsync(badge, "111222")));

        Assert.Equal(_desk.Time.GetUtcNow().AddMinutes(1), await Attempts.LockedUntilAsync(_desk.Database, _desk.Nurse, Credential.Pin, default));
        Assert.Equal(["PersonAdded", "CredentialLocked"], await TypesAsync());
    }

    [Fact]
    public async Task Post_PinLocked_LeavesThePasswordUsable()
    {
        var browser = _desk.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await ByBadgeAsync(browser, "111222");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await ByNameAsync(browser, Desk.Password)).StatusCode);
    }

    [Fact]
    public async Task Post_LockedByAttempts_IsOpenedByTheAdministrator()
    {
        var browser = _desk.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await ByBadgeAsync(browser, "111222");
        }

        await _desk.AdminAsync(async admin =>
        {
            await admin.UnlockAsync(_desk.Nurse, Credential.Pin, default);
            return true;
        });

        Assert.Equal(HttpStatusCode.Redirect, (await ByBadgeAsync(browser, Desk.Pin)).StatusCode);
    }

    [Fact]
    public async Task Post_SupersededBadge_IsRefusedAndSaysSoToWhoKnowsThePin()
    {
        var old = await _desk.BadgeAsync();
        await _desk.AdminAsync(admin => admin.ReplaceBadgeAsync(_desk.Nurse, default));

        var page = await Desk.PageAsync(await Desk.SendAsync(_desk.NewBrowser(), SignIn, ("Badge", old), ("Pin", Desk.Pin)));
        var guess = await Desk.PageAsync(await Desk.SendAsync(_desk.NewBrowser(), SignIn, ("Badge", old), ("Pin", "111222")));

        Assert.Contains("заменён", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("заменён", guess.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ByBadgeAsync(_desk.NewBrowser(), Desk.Pin)).StatusCode);
    }

    [Fact]
    public async Task Post_ClosedAccount_IsRefused()
    {
        await _desk.AdminAsync(admin => admin.SetActiveAsync(_desk.Nurse, false, default));

        Assert.Equal(HttpStatusCode.OK, (await ByNameAsync(_desk.NewBrowser(), Desk.Password)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Post_ForeignReturnAddress_LeadsHome(string address)
    {
        var answer = await Desk.SendAsync(
            _desk.NewBrowser(), $"{SignIn}?ReturnUrl={Uri.EscapeDataString(address)}", ("UserName", Desk.UserName), ("Password", Desk.Password));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_OwnReturnAddress_LeadsThere()
    {
        var answer = await Desk.SendAsync(
            _desk.NewBrowser(), $"{SignIn}?ReturnUrl=%2FWard%3Fbag%3D1", ("UserName", Desk.UserName), ("Password", Desk.Password));

        Assert.Equal("/Ward?bag=1", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefusedWithAClearPage()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["UserName"] = Desk.UserName, ["Password"] = Desk.Password });

        var answer = await _desk.NewBrowser().PostAsync(new Uri(SignIn + "?handler=Password", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Форма не принята", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ByBadgeAsync(HttpClient browser, string pin) =>
        await Desk.SendAsync(browser, SignIn, ("Badge", await _desk.BadgeAsync()), ("Pin", pin));

    private static Task<HttpResponseMessage> ByNameAsync(HttpClient browser, string password) =>
        Desk.SendAsync(browser, SignIn, ("UserName", Desk.UserName), ("Password", password));

    private async Task<IEnumerable<string>> TypesAsync() =>
        (await EventLedger.ReadStreamAsync(_desk.Database, PersonAccounts.StreamOf(_desk.Nurse), default)).Select(entry => entry.Type);

    private static async Task<string> TextAsync(HttpClient browser, string page) =>
        await (await browser.GetAsync(new Uri(page, UriKind.Relative))).Content.ReadAsStringAsync();
}
