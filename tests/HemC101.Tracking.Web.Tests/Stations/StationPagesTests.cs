using System.Net;
using System.Text.Json;
using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Stations;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>A browser becomes a station by a code, is known as it, and is none any more when it is revoked.</summary>
public sealed class StationPagesTests : IAsyncLifetime, IDisposable
{
    private readonly Office _office = new();
    private HttpClient _administrator = null!;

    private Desk Desk => _office.Desk;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await Seats.AddAsync(Desk.Database, Desk.Time.GetUtcNow());
        _administrator = await _office.SignedInAsync(Office.AdministratorName);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Register_TypedCode_MakesTheBrowserAStation_AndIsRecorded()
    {
        var tablet = Desk.NewBrowser();
        var code = await Seats.OfferAsync(_administrator, Seats.Tablet);

        using var answer = await Seats.TypeAsync(tablet, code.ToLowerInvariant());

        var cookie = Assert.Single(Seats.Given(answer, "hemc101.station"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{Seats.Tablet}", (await Office.GetAsync(tablet, Seats.Device)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var row = Assert.Single(await StationDevices.ListAsync(Desk.Database, default));
        var secret = cookie.Split(';')[0].Split('=', 2)[1];
        Assert.Equal((Seats.Tablet, StationType.Ward, StationCookie.HashOf(secret)), (row.HouseId, row.Type, row.SecretHash));
        var journal = await JournalAsync();
        Assert.Equal(["HouseThingRegistered", "StationOffered", "StationRegistered"], journal.Select(entry => entry.Type));
        Assert.All(journal.Skip(1), entry => Assert.Equal($"{row.RegisteredBy}", entry.Actor));
        Assert.DoesNotContain(journal, entry => entry.Data.Contains(secret, StringComparison.Ordinal) || entry.Data.Contains(code, StringComparison.Ordinal));
        await AgreesAsync();
    }

    [Fact]
    public async Task Register_CodeUsed_Mistyped_OrTooLate_IsRefused()
    {
        var (late, code) = (await Seats.OfferAsync(_administrator, Seats.Bench), await Seats.OfferAsync(_administrator, Seats.Tablet));
        using var taken = await Seats.TypeAsync(Desk.NewBrowser(), code);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Desk.Time.Advance(StationRegister.Life);

        foreach (var wrong in new[] { code, late, "", "23456789", new string('2', 1_000), "<b>х</b>" })
        {
            using var answer = await Seats.TypeAsync(Desk.NewBrowser(), wrong);
            Assert.Contains("Код не подошёл", (await Desk.PageAsync(answer)).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(Seats.Given(answer, "hemc101.station"));
        }
    }

    [Fact]
    public async Task Register_TwoBrowsersAtOnce_OneIsTheStation()
    {
        var code = await Seats.OfferAsync(_administrator, Seats.Tablet);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Seats.TypeAsync(Desk.NewBrowser(), code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => Seats.Given(answer, "hemc101.station").Any());
        await AgreesAsync();
    }

    [Fact]
    public async Task Register_AnotherBrowser_TakesThePlaceOfTheFirst()
    {
        var (first, second) = (Desk.NewBrowser(), Desk.NewBrowser());
        await Seats.RegisterAsync(_administrator, first, Seats.Tablet);
        await Seats.RegisterAsync(await AtAsync(first), second, Seats.Tablet);

        Assert.False(await IsStationAsync(first));
        Assert.True(await IsStationAsync(second));
        await AgreesAsync();
    }

    [Fact]
    public async Task Register_TheStationAsAnother_LeavesTheFirstWithoutABrowser()
    {
        var tablet = Desk.NewBrowser();
        await Seats.RegisterAsync(_administrator, tablet, Seats.Tablet);
        await Seats.RegisterAsync(await AtAsync(tablet), tablet, Seats.Bench, StationType.Laboratory);

        Assert.Equal([Seats.Bench], (await StationDevices.ListAsync(Desk.Database, default)).Select(row => row.HouseId));
        Assert.Equal("StationRevoked", (await JournalAsync())[^1].Type);
        await AgreesAsync();
    }

    [Fact]
    public async Task Revoke_EndsTheStationAtOnce_AndAnOfferWithIt()
    {
        var tablet = Desk.NewBrowser();
        await Seats.RegisterAsync(_administrator, tablet, Seats.Tablet);
        var administrator = await AtAsync(tablet);
        var code = await Seats.OfferAsync(administrator, Seats.Tablet);

        using var answer = await Office.SendAsync(administrator, Seats.Offers, "Revoke");

        Assert.Equal("/Administration/Stations?revoked=True", answer.Headers.Location!.ToString());
        Assert.False(await IsStationAsync(tablet));
        Assert.Equal("StationRevoked", (await JournalAsync())[^1].Type);
        Assert.Equal(HttpStatusCode.OK, (await Seats.TypeAsync(Desk.NewBrowser(), code)).StatusCode);
        await AgreesAsync();
    }

    [Fact]
    public async Task Revoke_WhatWasRegisteredAnewMeanwhile_ChangesNothing()
    {
        var tablet = Desk.NewBrowser();
        await Seats.RegisterAsync(_administrator, tablet, Seats.Tablet);
        var administrator = await AtAsync(tablet);
        var seen = Assert.Single(await StationDevices.ListAsync(Desk.Database, default));
        await Seats.RegisterAsync(administrator, tablet, Seats.Tablet);

        using var answer = await Office.SendAsync(administrator, Seats.Offers, "Revoke", ("Device", seen.DeviceId));

        Assert.Contains("только что отозвали или зарегистрировали заново", (await Desk.PageAsync(answer)).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.True(await IsStationAsync(tablet));
    }

    [Theory]
    [InlineData("&w9999999999", "Ward", "Такого рабочего места нет")]
    [InlineData("&e0000000001", "Ward", "Такого рабочего места нет")]
    [InlineData("nothing", "Ward", "Такого рабочего места нет")]
    [InlineData("&w0000000071", "", "Выберите, что это за место")]
    [InlineData("&w0000000071", "Submarine", "Выберите, что это за место")]
    public async Task Offer_OfNoStation_IsRefused(string id, string type, string sentence)
    {
        using var answer = await Office.SendAsync(_administrator, Seats.Offers, "Offer", ("Id", id), ("Type", type));

        Assert.Contains(sentence, (await Desk.PageAsync(answer)).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StationOutOfUse_IsNone_AndGetsNoCode()
    {
        var (tablet, code) = (Desk.NewBrowser(), await Seats.OfferAsync(_administrator, Seats.Bench));
        await Seats.RegisterAsync(_administrator, tablet, Seats.Tablet);
        await MoveAsync(Seats.Tablet);
        await MoveAsync(Seats.Bench);

        Assert.False(await IsStationAsync(tablet));
        Assert.Equal(HttpStatusCode.OK, (await Seats.TypeAsync(Desk.NewBrowser(), code)).StatusCode);
        Assert.Empty((await Office.GetAsync(_administrator, Seats.Offers)).QuerySelectorAll("form[action*=Offer]"));
    }

    [Fact]
    public async Task ForgedCookie_IsNoStation()
    {
        await Seats.RegisterAsync(_administrator, Desk.NewBrowser(), Seats.Tablet);
        foreach (var forged in new[] { "", "x", new string('a', 43), (await StationDevices.ListAsync(Desk.Database, default))[0].SecretHash })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Seats.Device);
            request.Headers.Add("Cookie", $"hemc101.station={forged}");
            using var bare = Desk.CreateDefaultClient(new Uri("https://localhost"));
            Assert.Contains("Не зарегистрировано", await (await bare.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("update station_device set secret_hash = 'mine'", Divergence.Changed)]
    [InlineData("update station_device set type = 'Office'", Divergence.Changed)]
    [InlineData("update station_device set type = 'Submarine'", Divergence.Changed)]
    [InlineData("delete from station_device", Divergence.Missing)]
    [InlineData("insert into station_device select '&w0000000072', 'x', type, 'mine', registered_by, registered_at, null from station_device", Divergence.Foreign)]
    public async Task Verify_RowTampered_FindsIt(string forgery, Divergence expected)
    {
        await Seats.RegisterAsync(_administrator, Desk.NewBrowser(), Seats.Tablet);
        Desk.Forge(forgery);

        await using var session = await Desk.Database.ReadAsync(default);
        var found = await ProjectionCheck.FindAsync(session, default);

        Assert.Equal(("station_device", expected), (found?.Table, found?.What));
    }

    [Fact]
    public async Task WhatIsDoneAtAStation_SaysSoInTheLedger()
    {
        var office = Desk.NewBrowser();
        await Seats.RegisterAsync(_administrator, office, Seats.Bench, StationType.Office);
        var administrator = await AtAsync(office);

        await Office.SendAsync(administrator, $"/Administration/People/{Desk.Nurse}", "Active");

        var entry = (await EventLedger.ReadStreamAsync(Desk.Database, PersonAccounts.StreamOf(Desk.Nurse), default))[^1];
        Assert.Equal($"{Seats.Bench}", JsonDocument.Parse(entry.Data).RootElement.GetProperty("Workstation").GetString());
        Assert.Equal("Administration", entry.Station);
        await AgreesAsync();
    }

    [Fact]
    public async Task ScannerTest_AtAStation_BelongsToTheStation()
    {
        var tablet = Desk.NewBrowser();
        await Seats.RegisterAsync(_administrator, tablet, Seats.Tablet);
        await Desk.SendAsync(tablet, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));

        using var begun = await Desk.SendAsync(tablet, "/ScannerTest", ("Place", "W-1"), ("StationCode", "Ward"));

        var test = begun.Headers.Location!.ToString().Split("test=")[1];
        Assert.NotNull(await ScannerTests.FindAsync(Desk.Database, test, $"{Seats.Tablet}", default));
        Assert.Empty(Seats.Given(begun, "hemc101.device"));
    }

    /// <summary>The administrator, signed in at this browser: once a station is there, others need a second factor.</summary>
    private static async Task<HttpClient> AtAsync(HttpClient station)
    {
        using var answer = await Desk.SendAsync(station, "/Account/SignIn", ("UserName", Office.AdministratorName), ("Password", Desk.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return station;
    }

    private static async Task<bool> IsStationAsync(HttpClient browser) =>
        !(await Office.GetAsync(browser, Seats.Device)).QuerySelector("main")!.TextContent.Contains("Не зарегистрировано как станция", StringComparison.Ordinal);

    private async Task MoveAsync(HouseId station)
    {
        await using var uow = await Desk.Database.BeginAsync(default);
        await HouseThings.MoveAsync(uow, station, HouseStatus.Released, HouseStatus.Quarantine, default);
        await uow.CommitAsync(default);
    }

    private Task<IReadOnlyList<LedgerEntry>> JournalAsync() => EventLedger.ReadStreamAsync(Desk.Database, HouseThings.StreamOf(Seats.Tablet), default);

    private async Task AgreesAsync()
    {
        await using var session = await Desk.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }
}
