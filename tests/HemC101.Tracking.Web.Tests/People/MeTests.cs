using System.Net;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class MeTests : IAsyncLifetime, IDisposable
{
    private const string NewPin = "750184";

    private readonly Desk _desk = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        await _desk.InitializeAsync();
        _browser = _desk.NewBrowser();
        await Desk.SendAsync(_browser, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_desk).DisposeAsync();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task PostPin_SignedByOneself_ChangesThePinAndKeepsThisSession()
    {
        var answer = await SendAsync(Desk.UserName, Desk.Password, NewPin, NewPin);

        Assert.Equal("/Account/Me?changed=True", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(answer.Headers.Location)).StatusCode);
        Assert.IsType<Authentication.Succeeded>(await _desk.AuthenticateAsync(await _desk.BadgeAsync(), NewPin));
        Assert.IsType<Authentication.Failed>(await _desk.AuthenticateAsync(await _desk.BadgeAsync(), Desk.Pin));
    }

    [Theory]
    [InlineData("wrong password at all", NewPin, NewPin)]
    [InlineData(Desk.Password, NewPin, "750185")]
    [InlineData(Desk.Password, "", "")]
    [InlineData(Desk.Password, "123456", "123456")]
    public async Task PostPin_NotProvenOrNotAcceptable_ChangesNothing(string secret, string pin, string again)
    {
        var page = await Desk.PageAsync(await SendAsync(Desk.UserName, secret, pin, again));

        Assert.NotEmpty(page.QuerySelectorAll(".reasons li"));
        Assert.IsType<Authentication.Succeeded>(await _desk.AuthenticateAsync(await _desk.BadgeAsync(), Desk.Pin));
    }

    [Fact]
    public async Task PostPin_SignedBySomebodyElse_ChangesNothing()
    {
        await _desk.AdminAsync(admin => admin.AddAsync(
            "Белов Пётр", "belov", new HashSet<Role> { Role.Courier }, Desk.Password, Desk.Pin, "ru", default));

        var page = await Desk.PageAsync(await SendAsync("belov", Desk.Password, NewPin, NewPin));

        Assert.Contains("другой сотрудник", page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
        Assert.IsType<Authentication.Succeeded>(await _desk.AuthenticateAsync(await _desk.BadgeAsync(), Desk.Pin));
    }

    private Task<HttpResponseMessage> SendAsync(string signer, string secret, string pin, string again) =>
        Desk.SendAsync(_browser, "/Account/Me", ("Proof.Signer", signer), ("Proof.Secret", secret), ("New", pin), ("Again", again));
}
