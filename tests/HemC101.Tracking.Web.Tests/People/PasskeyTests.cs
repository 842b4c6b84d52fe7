using System.Net;
using AngleSharp.Dom;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Administration;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class PasskeyTests : IAsyncLifetime, IDisposable
{
    private const string Me = "/Account/Me";
    private const string SignIn = "/Account/SignIn";
    private const string NotAccepted = "Ключ доступа не принят";
    private const string TooLate = "слишком поздно";

    private readonly Office _office = new();
    private readonly Authenticator _device = new();
    private HttpClient _browser = null!;

    private Desk Desk => _office.Desk;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _browser = WithOrigin(await _office.SignedInAsync(Desk.UserName));
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose()
    {
        _device.Dispose();
        _office.Dispose();
    }

    [Fact]
    public async Task Add_PasswordJustTyped_IsListed_Recorded_AndEndsTheOtherSessions()
    {
        var elsewhere = await _office.SignedInAsync(Desk.UserName);

        var answer = await AddAsync();

        Assert.Equal($"{Me}?changed=True", answer.Headers.Location!.ToString());
        var page = await Office.GetAsync(_browser, Me);
        Assert.Contains("рабочий ноутбук", page.QuerySelector("form.passkey")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(new Uri(Me, UriKind.Relative))).StatusCode);
        var row = Assert.Single(await RowsAsync());
        var entry = (await JournalAsync())[^1];
        Assert.Equal(("PasskeyAdded", Desk.Nurse.ToString()), (entry.Type, entry.Actor));
        Assert.Equal($$"""{"Passkey":"{{row.PasskeyId}}","Synced":false,"Key":"{{row.Digest}}"}""", entry.Data);
    }

    [Theory]
    [InlineData("рабочий ноутбук", "wrong password at all", "Пароль не подтверждён")]
    [InlineData("рабочий ноутбук", "", "Пароль не подтверждён")]
    [InlineData("рабочий ноутбук", Desk.Pin, "Пароль не подтверждён")]
    [InlineData(" ", Desk.Password, "Назовите ключ")]
    [InlineData("очень длинное имя ключа, которое никто и никогда не прочтёт целиком", Desk.Password, "Назовите ключ")]
    public async Task Offer_NotProvenOrNotNamed_IsNotMade(string name, string password, string reason)
    {
        var answer = await OfferAsync(_browser, name, password);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Null((await Office.GetAsync(_browser, Me)).QuerySelector("form[data-create]"));
    }

    [Fact]
    public async Task Offer_TenAreThere_IsNotMade()
    {
        for (var i = 0; i < 10; i++)
        {
            using var device = new Authenticator();
            await AddAsync(device);
        }

        var answer = await PostAsync(_browser, $"{Me}?handler=PasskeyOffer", ("passkeyName", "ещё один"), ("password", Desk.Password));

        Assert.Contains("Удалите тот", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithoutAnOffer_Twice_OrTooLate_ChangesNothing()
    {
        var options = await OptionsAsync();
        var credential = _device.Create(options);
        await AnswerAsync(credential);

        var again = await AnswerAsync(credential);
        var late = _device.Create(await OptionsAsync());
        Desk.Time.Advance(TimeSpan.FromMinutes(5));
        var tooLate = await AnswerAsync(late);

        Assert.Contains(TooLate, await Office.ReasonsAsync(again), StringComparison.Ordinal);
        Assert.Contains(TooLate, await Office.ReasonsAsync(tooLate), StringComparison.Ordinal);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Add_OfferOfSomebodyElse_ChangesNothing()
    {
        var administrator = WithOrigin(await _office.SignedInAsync(Office.AdministratorName));
        var offer = await OfferAsync(administrator, "рабочий ноутбук", Desk.Password);
        var credential = _device.Create((await Desk.PageAsync(offer)).QuerySelector("form[data-create]")!.GetAttribute("data-create")!);
        var cookie = offer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("hemc101.passkey=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Contains("httponly", string.Join(';', offer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        _browser.DefaultRequestHeaders.Add("Cookie", cookie);

        var answer = await AnswerAsync(credential);

        Assert.Contains(TooLate, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Add_DeviceThatDoesNotVerifyItsOwner_IsRefused()
    {
        _device.Verifies = false;

        var answer = await AddAsync();

        Assert.Contains("отпечатком", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1, 2")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task Add_OrSignIn_WithSomethingElse_IsRefusedInWords(string credential)
    {
        await OptionsAsync();

        var added = await AnswerAsync(credential);
        var browser = NewBrowser();
        await AskAsync(browser);
        var signed = await PostAsync(browser, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", credential));

        Assert.Contains("не создало ключ", await Office.ReasonsAsync(added), StringComparison.Ordinal);
        Assert.Contains(NotAccepted, await VerdictAsync(signed), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task SignIn_WithAPasskey_OpensASessionThatSaysSo()
    {
        await AddAsync();
        var browser = NewBrowser();

        var answer = await SignInAsync(browser);

        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(Me, UriKind.Relative))).StatusCode);
        var sessions = await Sessions.ListOpenAsync(Desk.Database, Desk.Nurse, Desk.Time.GetUtcNow().AddMinutes(-1), default);
        Assert.Single(sessions, session => session.Method == AuthenticationMethod.Passkey);
        Assert.Contains("ключ доступа", (await Office.GetAsync(browser, Me)).QuerySelector("form[action*=Sessions] ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Desk.Time.GetUtcNow(), Assert.Single(await RowsAsync()).UsedAt);
    }

    [Fact]
    public async Task SignIn_SameAnswerTwice_WithoutAQuestion_OrTooLate_IsRefused()
    {
        await AddAsync();
        var browser = NewBrowser();
        var (credential, cookie) = await AnswerToAsync(browser);
        await PostAsync(browser, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", credential));

        var thief = NewBrowser();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        var replayed = await PostAsync(thief, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", credential));
        var other = NewBrowser();
        var unasked = await PostAsync(other, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", (await AnswerToAsync(NewBrowser())).Credential));
        var late = NewBrowser();
        var (lateAnswer, _) = await AnswerToAsync(late);
        Desk.Time.Advance(TimeSpan.FromMinutes(5));
        var tooLate = await PostAsync(late, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", lateAnswer));

        Assert.Contains(TooLate, await VerdictAsync(replayed), StringComparison.Ordinal);
        Assert.Contains(TooLate, await VerdictAsync(unasked), StringComparison.Ordinal);
        Assert.Contains(TooLate, await VerdictAsync(tooLate), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AnswerToTheOfferOfAPasskey_IsRefused()
    {
        await AddAsync();
        var challenge = System.Text.Json.Nodes.JsonNode.Parse(await OptionsAsync())!;
        challenge["rpId"] = (string)challenge["rp"]!["id"]!;

        var answer = await PostAsync(_browser, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", _device.Get(challenge.ToJsonString())));

        Assert.Contains(TooLate, await VerdictAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "счётчик этого ключа пошёл назад", "сообщите администратору")]
    [InlineData("en", "the counter of this passkey went back", "tell the administrator")]
    public async Task SignIn_CounterGoesBack_IsRefusedWithWhatToDo_AndRecorded(string language, string what, string whatToDo)
    {
        _device.Count = 7;
        await AddAsync();
        _device.Count = 8;
        await SignInAsync(NewBrowser());
        var browser = NewBrowser();
        await Desk.SendAsync(browser, SignIn, ("ReturnUrl", "/"), ("Chosen", language));

        foreach (var count in new uint[] { 8, 7, 0 })
        {
            _device.Count = count;
            var said = await VerdictAsync(await SignInAsync(browser));
            Assert.Contains(what, said, StringComparison.Ordinal);
            Assert.Contains(whatToDo, said, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri(Me, UriKind.Relative))).StatusCode);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal(8, row.SignCount);
        Assert.Equal(
            [$$"""{"Passkey":"{{row.PasskeyId}}","Count":8,"Known":8}""", $$"""{"Passkey":"{{row.PasskeyId}}","Count":7,"Known":8}""", $$"""{"Passkey":"{{row.PasskeyId}}","Count":0,"Known":8}"""],
            (await JournalAsync()).Where(entry => entry.Type == "PasskeyRefused").Select(entry => entry.Data));
    }

    [Fact]
    public async Task SignIn_TwoAtOnceWithOneCount_OpensOneSession()
    {
        _device.Count = 1;
        await AddAsync();
        _device.Count = 2;
        List<(HttpClient Browser, string Credential)> both = [];
        foreach (var browser in new[] { NewBrowser(), NewBrowser(), NewBrowser(), NewBrowser() })
        {
            both.Add((browser, (await AnswerToAsync(browser)).Credential));
        }

        var answers = await Task.WhenAll(both.Select(one => PostAsync(one.Browser, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", one.Credential))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SignIn_UnverifiedOwner_ForeignOrigin_OrForeignKey_IsRefused()
    {
        await AddAsync();
        using var other = new Authenticator();
        _device.Verifies = false;
        var unverified = await SignInAsync(NewBrowser());
        _device.Verifies = true;
        _device.Origin = "https://evil.example";
        var foreign = await SignInAsync(NewBrowser());
        _device.Origin = "https://localhost";
        var forged = await SignInAsync(NewBrowser(), other);

        Assert.Contains(NotAccepted, await VerdictAsync(unverified), StringComparison.Ordinal);
        Assert.Contains(NotAccepted, await VerdictAsync(foreign), StringComparison.Ordinal);
        Assert.Contains(NotAccepted, await VerdictAsync(forged), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await RowsAsync()).UsedAt);
    }

    [Fact]
    public async Task SignIn_AccountClosed_IsRefused()
    {
        await AddAsync();
        await Desk.AdminAsync(admin => admin.SetActiveAsync(Desk.Nurse, false, default));

        Assert.Contains(NotAccepted, await VerdictAsync(await SignInAsync(NewBrowser())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Desk.Password, true)]
    [InlineData("wrong password at all", false)]
    [InlineData("", false)]
    public async Task Remove_ByItsOwner_NeedsThePassword(string password, bool removed)
    {
        await AddAsync();
        var row = Assert.Single(await RowsAsync());

        await Office.SendAsync(_browser, Me, "PasskeyRemove", ("password", password));

        Assert.Equal(removed ? 0 : 1, (await RowsAsync()).Count);
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(new Uri(Me, UriKind.Relative))).StatusCode);
        if (removed)
        {
            Assert.Equal($$"""{"Passkey":"{{row.PasskeyId}}"}""", (await JournalAsync())[^1].Data);
            Assert.Contains(NotAccepted, await VerdictAsync(await SignInAsync(NewBrowser())), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Revoke_ByAnAdministrator_EndsItsSessionsAndIsRecorded()
    {
        await AddAsync();
        var nurse = NewBrowser();
        await SignInAsync(nurse);
        var administrator = await _office.SignedInAsync(Office.AdministratorName);

        var page = await Office.GetAsync(administrator, $"/Administration/People/{Desk.Nurse}");
        var answer = await Office.SendAsync(administrator, $"/Administration/People/{Desk.Nurse}", "Passkey");

        Assert.Contains("рабочий ноутбук", page.QuerySelector("form.passkey")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nurse.GetAsync(new Uri(Me, UriKind.Relative))).StatusCode);
        Assert.Contains(NotAccepted, await VerdictAsync(await SignInAsync(NewBrowser())), StringComparison.Ordinal);
        var entry = (await JournalAsync())[^1];
        Assert.Equal(("PasskeyRemoved", (await _office.AccountAsync(Office.AdministratorName)).StaffNo.ToString()), (entry.Type, entry.Actor));
    }

    [Fact]
    public async Task Remove_OfSomebodyElse_OrNoneAtAll_ChangesNothing()
    {
        await AddAsync();
        var row = Assert.Single(await RowsAsync());
        var quality = WithOrigin(await _office.SignedInAsync(Office.QualityName));

        var answer = await PostAsync(quality, $"{Me}?handler=PasskeyRemove", ("passkeyId", row.PasskeyId), ("password", Desk.Password));

        Assert.Contains("такого ключа", await Office.ReasonsAsync(answer), StringComparison.OrdinalIgnoreCase);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Everything_Done_LeavesTheLedgerWhole_AndAgreesWithIt()
    {
        using var other = new Authenticator();
        await AddAsync(other);
        await AddAsync();
        await SignInAsync(NewBrowser());
        await AgreesAsync();

        await Office.SendAsync(_browser, Me, "PasskeyRemove", ("password", Desk.Password));
        await AgreesAsync();

        Assert.Single(await RowsAsync());
        Assert.Null((await EventLedger.VerifyAsync(Desk.Database, default)).First);
    }

    private async Task AgreesAsync()
    {
        await using var session = await Desk.Database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }

    private static HttpClient WithOrigin(HttpClient browser)
    {
        browser.DefaultRequestHeaders.Add("Origin", "https://localhost");
        return browser;
    }

    private HttpClient NewBrowser() => WithOrigin(Desk.NewBrowser());

    private Task<IReadOnlyList<PasskeyRow>> RowsAsync() => Passkeys.ListAsync(Desk.Database, Desk.Nurse, default);

    private Task<IReadOnlyList<Ledger.LedgerEntry>> JournalAsync() =>
        EventLedger.ReadStreamAsync(Desk.Database, PersonAccounts.StreamOf(Desk.Nurse), default);

    private static async Task<string> VerdictAsync(HttpResponseMessage answer) =>
        (await Desk.PageAsync(answer)).QuerySelector(".verdict")?.TextContent ?? "";

    /// <summary>With the form token of the page itself.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var page = await Office.GetAsync(browser, address.Split('?')[0]);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private static Task<HttpResponseMessage> OfferAsync(HttpClient browser, string name, string password) =>
        PostAsync(browser, $"{Me}?handler=PasskeyOffer", ("passkeyName", name), ("password", password));

    private async Task<string> OptionsAsync() =>
        (await Desk.PageAsync(await OfferAsync(_browser, "рабочий ноутбук", Desk.Password))).QuerySelector("form[data-create]")!.GetAttribute("data-create")!;

    private Task<HttpResponseMessage> AnswerAsync(string credential) =>
        PostAsync(_browser, $"{Me}?handler=PasskeyAdd", ("PasskeyAnswer", credential));

    private async Task<HttpResponseMessage> AddAsync(Authenticator? device = null) => await AnswerAsync((device ?? _device).Create(await OptionsAsync()));

    private static async Task<(string Options, string Cookie)> AskAsync(HttpClient browser)
    {
        var asked = await PostAsync(browser, $"{SignIn}?handler=PasskeyOptions");
        Assert.Equal("application/json", asked.Content.Headers.ContentType!.MediaType);
        return (await asked.Content.ReadAsStringAsync(), asked.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }

    private async Task<(string Credential, string Cookie)> AnswerToAsync(HttpClient browser, Authenticator? signer = null)
    {
        var (options, cookie) = await AskAsync(browser);
        return (_device.Get(options, signer), cookie);
    }

    private async Task<HttpResponseMessage> SignInAsync(HttpClient browser, Authenticator? signer = null) =>
        await PostAsync(browser, $"{SignIn}?handler=Passkey", ("PasskeyAnswer", (await AnswerToAsync(browser, signer)).Credential));
}
