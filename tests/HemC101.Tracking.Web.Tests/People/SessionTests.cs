using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class SessionTests : IAsyncLifetime, IDisposable
{
    private readonly Desk _desk = new();
    private HttpClient _browser = null!;
    private string _cookies = "";

    public async Task InitializeAsync()
    {
        await _desk.InitializeAsync();
        _browser = _desk.NewBrowser();
        var answer = await Desk.SendAsync(_browser, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
        _cookies = answer.Headers.GetValues("Set-Cookie").First(value => value.StartsWith("hemc101.session=", StringComparison.Ordinal)).Split(';')[0];
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_desk).DisposeAsync();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Get_NotSignedIn_LeadsToSignInAndBack()
    {
        var answer = await _desk.NewBrowser().GetAsync(new Uri("/Ward?bag=1", UriKind.Relative));

        Assert.Equal("/Account/SignIn?ReturnUrl=%2FWard%3Fbag%3D1", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task SignOut_CopiedCookie_IsWorthNothing()
    {
        Assert.True(await IsSignedInAsync());

        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri("/nowhere", UriKind.Relative)));
        var token = page.QuerySelector(".whoami input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        var answer = await _browser.PostAsync(new Uri("/Account/SignOut", UriKind.Relative), form);

        Assert.Equal("/Account/SignIn", answer.Headers.Location!.ToString());
        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Get_RolesChanged_EndsTheSession()
    {
        await _desk.AdminAsync(admin => admin.ChangeRolesAsync(_desk.Nurse, new HashSet<Role> { Role.Courier }, default));

        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Get_AccountClosed_EndsTheSession()
    {
        await _desk.AdminAsync(admin => admin.SetActiveAsync(_desk.Nurse, false, default));

        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Get_HalfAnHourIdle_EndsTheSession()
    {
        _desk.Time.Advance(TimeSpan.FromMinutes(31));

        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Get_UsedEveryTwentyMinutes_KeepsTheSession()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            _desk.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri("/nowhere", UriKind.Relative))).StatusCode);
        }

        var open = Assert.Single(await Sessions.ListOpenAsync(_desk.Database, _desk.Nurse, _desk.Time.GetUtcNow().AddMinutes(-1), default));
        Assert.Equal(_desk.Time.GetUtcNow(), open.SeenAt);
        Assert.False(await IsSignedInAsync());
    }

    [Fact]
    public async Task Me_EndTheOthers_EndsThemAndKeepsThisOne()
    {
        var elsewhere = _desk.NewBrowser();
        await Desk.SendAsync(elsewhere, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
        var page = await Desk.PageAsync(await elsewhere.GetAsync(new Uri("/Account/Me", UriKind.Relative)));
        Assert.Equal(2, page.QuerySelectorAll("form[action*=Sessions] li").Length);

        var token = page.QuerySelector("form[action*=Sessions] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        var answer = await elsewhere.PostAsync(new Uri("/Account/Me?handler=Sessions", UriKind.Relative), form);

        Assert.Equal("/Account/Me?changed=True", answer.Headers.Location!.ToString());
        Assert.False(await IsSignedInAsync());
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(new Uri("/Account/Me", UriKind.Relative))).StatusCode);
        Assert.Equal("SessionsEnded", (await EventLedger.ReadStreamAsync(_desk.Database, PersonAccounts.StreamOf(_desk.Nurse), default))[^1].Type);
    }

    [Fact]
    public async Task Get_AnyPage_ShowsOnlyTheStationsOfTheRoles()
    {
        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri("/nowhere", UriKind.Relative)));

        Assert.Equal(["/Transport", "/Ward", "/Chains", "/Labels"], page.QuerySelectorAll(".stations a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Language_English_IsSpokenAtOnceAndKeptWithTheAccount()
    {
        var answer = await Desk.SendAsync(_browser, "/nowhere", ("ReturnUrl", "/nowhere?x=1"), ("Chosen", "en"));
        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri("/nowhere", UriKind.Relative)));

        Assert.Equal("/nowhere?x=1", answer.Headers.Location!.ToString());
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await PersonAccounts.FindAsync(_desk.Database, _desk.Nurse, default))!.Language);
        Assert.True(await IsSignedInAsync());
    }

    [Theory]
    [InlineData("de", "/nowhere", "/nowhere")]
    [InlineData("en", "https://evil.example", "/")]
    public async Task Language_UnknownOrForeignReturn_IsHarmless(string chosen, string returnUrl, string expected)
    {
        var answer = await Desk.SendAsync(_browser, "/nowhere", ("ReturnUrl", returnUrl), ("Chosen", chosen));

        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(nameof(Role.WardNurse), HttpStatusCode.OK)]
    [InlineData(nameof(Role.QualifiedPerson), HttpStatusCode.Forbidden)]
    public async Task Get_PageOfARole_OpensToThatRoleOnly(string role, HttpStatusCode expected)
    {
        using var guarded = _desk.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services
            .AddAuthorizationBuilder().AddPolicy("role", policy => policy.RequireRole(role)).Services
            .PostConfigure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Account/Me", "role"))));
        var browser = guarded.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        await Desk.SendAsync(browser, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));

        var answer = await browser.GetAsync(new Uri("/Account/Me", UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected is HttpStatusCode.Forbidden, (await answer.Content.ReadAsStringAsync()).Contains("Нет права", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AnyPage_IsNeverCachedAndRunsNoForeignScript()
    {
        var answer = await _browser.GetAsync(new Uri("/nowhere", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("unsafe-inline", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty((await Desk.PageAsync(answer)).QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
    }

    private async Task<bool> IsSignedInAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("Cookie", _cookies);
        using var bare = _desk.CreateDefaultClient(new Uri("https://localhost"));
        return (await bare.SendAsync(request)).StatusCode == HttpStatusCode.NotFound;
    }
}
