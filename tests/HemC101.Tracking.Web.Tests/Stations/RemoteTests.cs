using System.Net;
using HemC101.Tracking.Access;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>A browser that is no station, before and after there is one.</summary>
public sealed class RemoteTests : IAsyncLifetime, IDisposable
{
    private const string SecondFactor = "/Account/SecondFactor";
    private const string Held = "/Account/SecondFactor?ReturnUrl=%2F";

    private readonly Office _office = new();
    private readonly Authenticator _key = new();

    private Desk Desk => _office.Desk;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.AddAsync("Белова Инна", "belova", Role.WardNurse);
        await Seats.AddAsync(Desk.Database, Desk.Time.GetUtcNow());
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose()
    {
        _key.Dispose();
        _office.Dispose();
    }

    [Fact]
    public async Task OneFactor_BeforeAnyStation_IsEnough_AndFromTheFirstOnIsNot()
    {
        var browser = await SignedInAsync(NewBrowser());
        Assert.Null(await LeadsToAsync(browser));

        await StationAsync();

        Assert.Equal(Held, await LeadsToAsync(browser));
        Assert.Equal(Held, await LeadsToAsync(await SignedInAsync(NewBrowser(), Office.AdministratorName)));
    }

    [Fact]
    public async Task OneFactor_AtAStation_IsEnough_UntilTheStationIsRevoked()
    {
        var station = await SignedInAsync(await StationAsync());
        Assert.Null(await LeadsToAsync(station));

        Desk.Forge("update station_device set secret_hash = 'of another browser'");

        Assert.Equal(Held, await LeadsToAsync(station));
    }

    [Fact]
    public async Task SessionCookie_CopiedFromAStation_OpensNothingElsewhere()
    {
        var station = await StationAsync();
        using var answer = await Desk.SendAsync(station, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", Seats.Given(answer, "hemc101.session").Single().Split(';')[0]);
        using var elsewhere = Desk.CreateDefaultClient(new Uri("https://localhost"));

        using var opened = await elsewhere.SendAsync(request);

        Assert.Equal(Held, opened.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("/Account/Me")]
    [InlineData("/Chains")]
    [InlineData("/Ward")]
    [InlineData("/Scan")]
    [InlineData("/ScannerTest")]
    [InlineData("/Labels")]
    public async Task Held_AnyPage_LeadsToTheSecondFactor_AndAPostedFormToo(string page)
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser());

        using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative));
        using var posted = await browser.PostAsync(new Uri(page, UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.StartsWith(SecondFactor, shown.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.StartsWith(SecondFactor, posted.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Войдите на зарегистрированной станции и добавьте его", "вторая медсестра отделения поручается")]
    [InlineData("en", "Sign in at a registered station and add one", "another ward nurse vouches for you")]
    public async Task Held_Page_SaysWhatToDo_AndLanguageAndSignOutWork(string language, string passkey, string colleague)
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser());
        using var spoken = await Desk.SendAsync(browser, SecondFactor, ("Chosen", language), ("ReturnUrl", SecondFactor));

        var page = await Office.GetAsync(browser, SecondFactor);
        using var signedOut = await browser.PostAsync(
            new Uri("/Account/SignOut", UriKind.Relative),
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", TokenOf(page))]));

        Assert.Contains(passkey, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(colleague, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/Account/SignIn", signedOut.Headers.Location!.ToString());
        Assert.StartsWith("/Account/SignIn?", await LeadsToAsync(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkey_SignsInFromAnywhere_AndConfirmsAPassword()
    {
        await AddPasskeyAsync(await SignedInAsync(await StationAsync()));
        var byKey = NewBrowser();
        await PostAsync(byKey, "/Account/SignIn?handler=Passkey", ("PasskeyAnswer", await AnswerAsync(byKey, "/Account/SignIn")));
        var confirmed = await SignedInAsync(NewBrowser());
        Assert.Equal(Held, await LeadsToAsync(confirmed));

        using var answer = await PostAsync(
            confirmed, $"{SecondFactor}?handler=Passkey&ReturnUrl=/Ward", ("PasskeyAnswer", await AnswerAsync(confirmed, SecondFactor)));

        Assert.Equal("/Ward", answer.Headers.Location!.ToString());
        Assert.Null(await LeadsToAsync(byKey));
        Assert.Null(await LeadsToAsync(confirmed));
        var open = await Sessions.ListOpenAsync(Desk.Database, Desk.Nurse, Desk.Time.GetUtcNow().AddMinutes(-1), default);
        Assert.Equal(
            [(AuthenticationMethod.Passkey, null), (AuthenticationMethod.Password, AuthenticationMethod.Passkey), (AuthenticationMethod.Password, AuthenticationMethod.Passkey)],
            open.Select(row => (row.Method, row.SecondFactor)).OrderBy(row => row.Method == AuthenticationMethod.Passkey ? 0 : 1));
    }

    [Fact]
    public async Task Passkey_ChangedOrPinChanged_AfterTwoFactors_KeepsTheReach()
    {
        await AddPasskeyAsync(await SignedInAsync(await StationAsync()));
        var browser = NewBrowser();
        await PostAsync(browser, "/Account/SignIn?handler=Passkey", ("PasskeyAnswer", await AnswerAsync(browser, "/Account/SignIn")));

        using var answer = await Office.SendAsync(
            browser, "/Account/Me", "Pin", ("Proof.Signer", Desk.UserName), ("Proof.Secret", Desk.Password), ("New", "135790"), ("Again", "135790"));

        Assert.Equal("/Account/Me?changed=True", answer.Headers.Location!.ToString());
        Assert.Null(await LeadsToAsync(browser));
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_OrForged_ConfirmsNothing()
    {
        await AddPasskeyAsync(await SignedInAsync(await StationAsync()));
        var other = await SignedInAsync(NewBrowser(), "belova");

        using var foreign = await PostAsync(other, $"{SecondFactor}?handler=Passkey", ("PasskeyAnswer", await AnswerAsync(other, SecondFactor)));
        using var forged = await PostAsync(other, $"{SecondFactor}?handler=Passkey", ("PasskeyAnswer", "{}"));

        Assert.Contains("ключ доступа другого сотрудника", await VerdictAsync(foreign), StringComparison.Ordinal);
        Assert.NotEmpty(await VerdictAsync(forged));
        Assert.Equal(Held, await LeadsToAsync(other));
    }

    [Fact]
    public async Task Held_CannotAddAPasskey_AndSoMakeASecondFactorOfTheFirst()
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser());
        var token = TokenOf(await Office.GetAsync(browser, SecondFactor));

        using var answer = await browser.PostAsync(
            new Uri("/Account/Me?handler=PasskeyOffer", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["passkeyName"] = "mine",
                ["password"] = Desk.Password,
                ["__RequestVerificationToken"] = token,
            }));

        Assert.StartsWith(SecondFactor, answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vouched_ByAnotherNurse_OpensTheWardAlone_AndIsRecorded()
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser());
        var colleague = await _office.AccountAsync("belova");

        using var answer = await VouchAsync(browser, BadgeOf(colleague));

        Assert.Equal("/", answer.Headers.Location!.ToString());
        foreach (var open in new[] { "/", "/Ward", "/Chains", "/ScannerTest" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(open, UriKind.Relative))).StatusCode);
        }

        foreach (var closed in new[] { "/Account/Me", "/Labels", "/Transport", "/Wardrobe" })
        {
            Assert.StartsWith(SecondFactor, (await browser.GetAsync(new Uri(closed, UriKind.Relative))).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        var entry = (await EventLedger.ReadStreamAsync(Desk.Database, PersonAccounts.StreamOf(Desk.Nurse), default))[^1];
        Assert.Equal(("SessionVouched", $"{colleague.StaffNo}", "Ward"), (entry.Type, entry.Actor, entry.Station));
    }

    [Fact]
    public async Task Vouched_ByHerself_AnAdministrator_OrAWrongPin_OpensNothing()
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser());
        var colleague = await _office.AccountAsync("belova");
        var administrator = await _office.AccountAsync(Office.AdministratorName);

        using var herself = await VouchAsync(browser, await Desk.BadgeAsync());
        using var office = await VouchAsync(browser, BadgeOf(administrator));
        using var wrong = await VouchAsync(browser, BadgeOf(colleague), "000000");

        Assert.Contains("За себя поручиться нельзя", await VerdictAsync(herself), StringComparison.Ordinal);
        Assert.Contains("только медсестра отделения", await VerdictAsync(office), StringComparison.Ordinal);
        Assert.Contains("Личность не подтверждена", await VerdictAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(Held, await LeadsToAsync(browser));
    }

    [Fact]
    public async Task Vouching_ForSomebodyOfTheOffice_IsRefused()
    {
        await StationAsync();
        var browser = await SignedInAsync(NewBrowser(), Office.QualityName);
        Assert.Null((await Office.GetAsync(browser, SecondFactor)).QuerySelector("form[action*=Vouch]"));

        using var answer = await VouchAsync(browser, await Desk.BadgeAsync());

        Assert.Contains("только за медсестру отделения", await VerdictAsync(answer), StringComparison.Ordinal);
        Assert.Equal(Held, await LeadsToAsync(browser));
    }

    [Fact]
    public async Task SettingSecondFactor_FromTheBeginning_LetsOnlyTheFirstAdministratorIn_WhoCanMakeTheStation()
    {
        using var strict = With("SecondFactor");
        var nurse = await SignedInAsync(Of(strict));
        var administrator = await SignedInAsync(Of(strict), Office.AdministratorName);
        var device = Of(strict);

        Assert.Equal(Held, await LeadsToAsync(nurse));
        Assert.Null(await LeadsToAsync(administrator));
        await AddPasskeyAsync(administrator);
        Assert.Null(await LeadsToAsync(administrator));
        await Seats.RegisterAsync(administrator, device, Seats.Tablet);
        Assert.Null(await LeadsToAsync(administrator));
        Assert.Null(await LeadsToAsync(await SignedInAsync(device)));
        Assert.Equal(Held, await LeadsToAsync(await SignedInAsync(Of(strict), Office.AdministratorName)));
    }

    [Fact]
    public async Task SettingOpen_AsksForNoSecondFactor()
    {
        using var open = With("Open");
        await StationAsync();

        Assert.Null(await LeadsToAsync(await SignedInAsync(Of(open))));
    }

    /// <returns>Null when the work list opens.</returns>
    private static async Task<string?> LeadsToAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? null : answer.Headers.Location?.PathAndQuery;
    }

    private static async Task<HttpClient> SignedInAsync(HttpClient browser, string userName = Desk.UserName)
    {
        using var answer = await Desk.SendAsync(browser, "/Account/SignIn", ("UserName", userName), ("Password", Desk.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static string BadgeOf(PersonAccount account) => Web.People.Badge.Text(account.StaffNo, account.BadgeSerial);

    private static string TokenOf(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<string> VerdictAsync(HttpResponseMessage answer) => (await Desk.PageAsync(answer)).QuerySelector(".verdict")?.TextContent ?? "";

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(await Office.GetAsync(browser, address.Split('?')[0]));
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private static Task<HttpResponseMessage> VouchAsync(HttpClient browser, string badge, string pin = Desk.Pin) =>
        PostAsync(browser, $"{SecondFactor}?handler=Vouch", ("Badge", badge), ("Pin", pin));

    private static HttpClient Of(WebApplicationFactory<Program> site)
    {
        var browser = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        browser.DefaultRequestHeaders.Add("Origin", "https://localhost");
        return browser;
    }

    private HttpClient NewBrowser() => Of(Desk);

    private WebApplicationFactory<Program> With(string policy) => Desk.WithWebHostBuilder(builder => builder.UseSetting("Access:Remote", policy));

    private async Task<HttpClient> StationAsync()
    {
        var browser = NewBrowser();
        browser.DefaultRequestHeaders.Add("Cookie", await Seats.RegisterAsync(Desk.Database, Seats.Tablet, StationType.Ward, Desk.Time.GetUtcNow()));
        return browser;
    }

    private async Task AddPasskeyAsync(HttpClient browser)
    {
        using var offer = await PostAsync(browser, "/Account/Me?handler=PasskeyOffer", ("passkeyName", "ключ"), ("password", Desk.Password));
        var options = (await Desk.PageAsync(offer)).QuerySelector("form[data-create]")!.GetAttribute("data-create")!;
        using var added = await PostAsync(browser, "/Account/Me?handler=PasskeyAdd", ("PasskeyAnswer", _key.Create(options)));
        Assert.Equal("/Account/Me?changed=True", added.Headers.Location!.ToString());
    }

    private async Task<string> AnswerAsync(HttpClient browser, string page)
    {
        using var asked = await PostAsync(browser, $"{page}?handler=PasskeyOptions");
        return _key.Get(await asked.Content.ReadAsStringAsync());
    }
}
