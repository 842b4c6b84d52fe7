using System.Net;
using HemC101.Tracking.Access;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>What is shared lapses sooner than what stands behind a door.</summary>
public sealed class IdleTests : IAsyncLifetime, IDisposable
{
    private readonly Desk _desk = new();

    public async Task InitializeAsync()
    {
        await _desk.InitializeAsync();
        await Seats.AddAsync(_desk.Database, _desk.Time.GetUtcNow());
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_desk).DisposeAsync();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(StationType.Ward, 10)]
    [InlineData(StationType.Laboratory, 15)]
    [InlineData(StationType.Office, 30)]
    [InlineData(null, 30)]
    public async Task Session_Unused_LapsesByThePlace(StationType? type, int minutes)
    {
        var browser = await SignedInAsync(type);
        _desk.Time.Advance(TimeSpan.FromMinutes(minutes - 1));
        Assert.True(await IsOpenAsync(browser));

        _desk.Time.Advance(TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(1));

        Assert.False(await IsOpenAsync(browser));
    }

    [Fact]
    public async Task Session_UsedOnAndOff_LivesOn_AndTheStationIsSeen()
    {
        var browser = await SignedInAsync(StationType.Ward);
        for (var turn = 0; turn < 4; turn++)
        {
            _desk.Time.Advance(TimeSpan.FromMinutes(8));
            Assert.True(await IsOpenAsync(browser));
        }

        var station = Assert.Single(await Storage.Accounts.StationDevices.ListAsync(_desk.Database, default));
        Assert.Equal(_desk.Time.GetUtcNow(), station.SeenAt);
    }

    [Fact]
    public async Task Lapsed_AtTheWard_IsListedNoLonger_ThoughADeskWouldStillBe()
    {
        await SignedInAsync(StationType.Ward);
        var desk = await SignedInAsync(null);
        Assert.Equal(2, await ListedAsync(desk));

        _desk.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(1, await ListedAsync(desk));
    }

    private static async Task<int> ListedAsync(HttpClient browser) =>
        (await Office.GetAsync(browser, "/Account/Me")).QuerySelectorAll("form[action*=Sessions] li").Length;

    private static async Task<bool> IsOpenAsync(HttpClient browser) =>
        (await browser.GetAsync(new Uri("/nowhere", UriKind.Relative))).StatusCode == HttpStatusCode.NotFound;

    private async Task<HttpClient> SignedInAsync(StationType? type)
    {
        var browser = _desk.WithWebHostBuilder(builder => builder.UseSetting("Access:Remote", "Open"))
            .CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        if (type is { } known)
        {
            browser.DefaultRequestHeaders.Add("Cookie", await Seats.RegisterAsync(_desk.Database, Seats.Tablet, known, _desk.Time.GetUtcNow()));
        }

        await Desk.SendAsync(browser, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
        return browser;
    }
}
