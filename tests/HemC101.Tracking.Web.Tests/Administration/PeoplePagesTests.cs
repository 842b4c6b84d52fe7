using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Administration;

public sealed class PeoplePagesTests : IAsyncLifetime, IDisposable
{
    private const string AddPage = "/Administration/AddPerson";

    private readonly Office _office = new();
    private HttpClient _browser = null!;

    private string NursePage => $"/Administration/People/{_office.Desk.Nurse}";

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _browser = await _office.SignedInAsync(Office.AdministratorName);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Add_GoodInput_OpensTheAccountAndPrintsTheBadge()
    {
        var answer = await AddAsync("Белова Анна Игоревна", "belova", Desk.Password, "750184", nameof(Role.WardNurse), nameof(Role.Courier));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var account = await _office.AccountAsync("belova");
        Assert.Equal([Role.Courier, Role.WardNurse], account.Roles.Order());
        var byBadge = await _office.Desk.AuthenticateAsync(BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial), "750184");
        Assert.IsType<Authentication.Succeeded>(byBadge);
        await AssertQueuedAsync(account.StaffNo, account.BadgeSerial);
    }

    [Fact]
    public async Task Add_GoodInput_IsInTheLedgerWithoutTheName()
    {
        await AddAsync("Белова Анна Игоревна", "belova", Desk.Password, "750184", nameof(Role.WardNurse));

        var account = await _office.AccountAsync("belova");
        var entry = (await EventLedger.ReadStreamAsync(_office.Desk.Database, $"person/{account.StaffNo}", default))[^1];
        Assert.Equal(("PersonAdded", (await _office.AccountAsync(Office.AdministratorName)).StaffNo.ToString()), (entry.Type, entry.Actor));
        Assert.Equal($$"""{"Roles":["WardNurse"],"Badge":"{{account.BadgeSerial}}","Account":"{{account.Digest}}","PinState":"Given","PasswordState":"Given"}""", entry.Data);
    }

    [Fact]
    public async Task Add_IsSignedByTwo_OverTheAccountAsItIs()
    {
        await AddAsync("Белова Анна Игоревна", "belova", Desk.Password, "750184", nameof(Role.WardNurse));

        var account = await _office.AccountAsync("belova");
        var journal = await EventLedger.ReadStreamAsync(_office.Desk.Database, $"person/{account.StaffNo}", default);
        Assert.Equal(["RightsGiven", "PersonAdded"], journal.Select(entry => entry.Type));
        var given = RightsGiven.Read(journal[0]);
        Assert.Equal([Role.WardNurse], given.Rights);
        await AssertSignedByBothAsync(given, RightsGiven.ContentHash(account.StaffNo, [Role.WardNurse], $"{account.Digest}"));
    }

    /// <summary>Whoever could make an administrator alone would be both signers of the next account.</summary>
    [Theory]
    [InlineData(nameof(Role.WardNurse))]
    [InlineData(nameof(Role.Administrator))]
    public async Task Add_ByOneAlone_IsRefused(string role)
    {
        var before = await CountAsync();
        (string Name, string Value)[] form = Office.NewPerson("Белова", "belova", Desk.Password, "750184", role);

        var unsigned = await Office.SendAsync(_browser, AddPage, null, [.. form.Where(field => !field.Name.StartsWith("Signers[1]", StringComparison.Ordinal))]);
        var twice = await Office.SendAsync(
            _browser, AddPage, null, [.. form.Select(field => field.Name == "Signers[1].Signer" ? (field.Name, Office.AdministratorName) : field)]);
        var whole = await Office.SendAsync(
            _browser, AddPage, null,
            [.. form.Where(field => field.Name is not ("Password" or "SecondPassword" or "Pin" or "SecondPin")), ("Password", Desk.Password), ("Pin", "750184")]);

        Assert.Contains("Нужны обе части", await Office.ReasonsAsync(unsigned), StringComparison.Ordinal);
        Assert.Contains("один и тот же человек", await Office.ReasonsAsync(twice), StringComparison.Ordinal);
        Assert.Contains("задают двое", await Office.ReasonsAsync(whole), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("", "belova", Desk.Password, "750184", nameof(Role.WardNurse), "Укажите фамилию")]
    [InlineData("Белова", Desk.UserName, Desk.Password, "750184", nameof(Role.WardNurse), "уже есть")]
    [InlineData("Белова", "belova", Desk.Password, "123456", nameof(Role.WardNurse), "угадать")]
    [InlineData("Белова", "belova", "short", "750184", nameof(Role.WardNurse), "не короче 6")]
    [InlineData("Белова", "belova", "aaaaaaaaaaaa", "750184", nameof(Role.WardNurse), "знаков")]
    [InlineData("Белова", "belova", Desk.Password, "750184", "Surgeon", "хотя бы одну роль")]
    public async Task Add_BadInput_SaysWhyAndRecordsNothing(string name, string user, string password, string pin, string role, string reason)
    {
        var before = await CountAsync();

        Assert.Contains(reason, await Office.ReasonsAsync(await AddAsync(name, user, password, pin, role)), StringComparison.Ordinal);

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Add_UserNameOrPasswordTooLong_OrANameOfTwoLines_IsRefused()
    {
        var before = await CountAsync();

        var name = await AddAsync("Белова", new string('b', 65), Desk.Password, "750184", nameof(Role.WardNurse));
        var password = await AddAsync("Белова", "belova", string.Concat(Enumerable.Repeat("0123456789ab", 11)), "750184", nameof(Role.WardNurse));
        var lines = await AddAsync("Белова\r\nАнна", "belova", Desk.Password, "750184", nameof(Role.WardNurse));

        Assert.Contains("не длиннее 64", await Office.ReasonsAsync(name), StringComparison.Ordinal);
        Assert.Contains("не длиннее 128", await Office.ReasonsAsync(password), StringComparison.Ordinal);
        Assert.Contains("в одну строку", await Office.ReasonsAsync(lines), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Add_NameTooLong_IsRefused() => Assert.Contains(
        "не помещается",
        await Office.ReasonsAsync(await AddAsync(new string('я', 101), "belova", Desk.Password, "750184", nameof(Role.WardNurse))),
        StringComparison.Ordinal);

    [Fact]
    public async Task Add_ScriptInTheName_IsShownAsText()
    {
        const string script = "<script>alert(1)</script>";
        await AddAsync(script, "belova", Desk.Password, "750184", nameof(Role.WardNurse));

        var list = await Office.GetAsync(_browser, "/Administration/People");
        var own = await Office.GetAsync(_browser, $"/Administration/People/{(await _office.AccountAsync("belova")).StaffNo}");

        Assert.Contains(script, list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(script, own.QuerySelector("main h1")!.TextContent);
        Assert.Empty(list.QuerySelectorAll("main script"));
        Assert.Empty(own.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Badge_Replaced_OldOneOpensNothingAndIsSuperseded()
    {
        var old = await _office.Desk.BadgeAsync();
        var before = await _office.AccountAsync(Desk.UserName);

        await RecoverAsync("Badge");

        var after = await _office.AccountAsync(Desk.UserName);
        Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(old, Desk.Pin));
        Assert.IsType<Authentication.Succeeded>(await _office.Desk.AuthenticateAsync(await _office.Desk.BadgeAsync(), Desk.Pin));
        await AssertQueuedAsync(after.StaffNo, after.BadgeSerial);
        Assert.Equal(LabelPrintState.Superseded, (await LabelPrints.FindAsync(_office.Desk.Database, before.BadgeSerial, default))!.State);
    }

    [Fact]
    public async Task RolesClosedOpened_EachIsDoneAndInTheLedger()
    {
        await Office.SendAsync(_browser, NursePage, "Roles", [("roles", nameof(Role.Courier)), .. Office.Signed()]);
        await Office.SendAsync(_browser, NursePage, "Active");
        Assert.False((await _office.AccountAsync(Desk.UserName)).Active);
        await Office.SendAsync(_browser, NursePage, "Active");

        var account = await _office.AccountAsync(Desk.UserName);
        Assert.True(account.Active);
        Assert.Equal([Role.Courier], account.Roles);
        Assert.Equal(["PersonAdded", "RightsGiven", "RolesChanged", "AccountClosed", "AccountOpened"], await TypesAsync(account.StaffNo));
    }

    [Fact]
    public async Task Roles_NoneLeft_IsRefused() =>
        Assert.Contains("хотя бы одну роль", await Office.ReasonsAsync(await Office.SendAsync(_browser, NursePage, "Roles", Office.Signed())), StringComparison.Ordinal);

    [Fact]
    public async Task Roles_AreSignedByTwo_OverTheVersionOnThePage()
    {
        var before = await _office.AccountAsync(Desk.UserName);

        await Office.SendAsync(_browser, NursePage, "Roles", [("roles", nameof(Role.Courier)), .. Office.Signed()]);
        var again = await Office.SendAsync(
            _browser, NursePage, "Roles", [("roles", nameof(Role.QualifiedPerson)), .. Office.Signed(), ("Version", before.ConcurrencyStamp)]);

        Assert.Contains("изменил кто-то другой", await Office.ReasonsAsync(again), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded", "RightsGiven", "RolesChanged"], await TypesAsync(before.StaffNo));
        var given = RightsGiven.Read((await EventLedger.ReadStreamAsync(_office.Desk.Database, $"person/{before.StaffNo}", default))[1]);
        await AssertSignedByBothAsync(given, RightsGiven.ContentHash(before.StaffNo, [Role.Courier], before.ConcurrencyStamp));
    }

    [Theory]
    [InlineData("", "Нужны обе части")]
    [InlineData(Office.AdministratorName, "один и тот же человек")]
    [InlineData(Desk.UserName, "владелец записи")]
    public async Task Roles_WithoutASecondPerson_AreRefused(string second, string reason)
    {
        var answer = await Office.SendAsync(
            _browser, NursePage, "Roles", [("roles", nameof(Role.QualifiedPerson)), .. Office.Signed(second: second)]);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded"], await TypesAsync(_office.Desk.Nurse));
    }

    [Fact]
    public async Task Unlock_LockedPin_OpensAgainAtOnce()
    {
        var badge = await _office.Desk.BadgeAsync();
        for (var i = 0; i < 5; i++)
        {
            await _office.Desk.AuthenticateAsync(badge, "000000");
        }

        Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(badge, Desk.Pin));

        await Office.SendAsync(_browser, NursePage, "Unlock", ("credential", nameof(Credential.Pin)));

        Assert.IsType<Authentication.Succeeded>(await _office.Desk.AuthenticateAsync(badge, Desk.Pin));
        Assert.Equal(["PersonAdded", "CredentialLocked", "AccountUnlocked"], await TypesAsync(_office.Desk.Nurse));
    }

    [Theory]
    [InlineData("Recover")]
    [InlineData("Leaked")]
    [InlineData("Active")]
    [InlineData("Roles")]
    public async Task Post_OnesOwnAccount_IsRefused(string handler)
    {
        var own = (await _office.AccountAsync(Office.AdministratorName)).StaffNo;

        var answer = await Office.SendAsync(
            _browser, $"/Administration/People/{own}", handler, ("roles", nameof(Role.Courier)), ("what", "Badge"), ("credential", "Pin"));

        Assert.Contains("другого администратора", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded"], await TypesAsync(own));
    }

    [Theory]
    [InlineData("A9999ZZZZZZ")]
    [InlineData("nobody")]
    public async Task Get_NobodyThere_IsNotFound(string staffNo)
    {
        var answer = await _browser.GetAsync(new Uri($"/Administration/People/{staffNo}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(Desk.UserName, "/Administration", HttpStatusCode.Forbidden)]
    [InlineData(Desk.UserName, "/Administration/People", HttpStatusCode.Forbidden)]
    [InlineData(Desk.UserName, AddPage, HttpStatusCode.Forbidden)]
    [InlineData(Desk.UserName, "/Administration/House", HttpStatusCode.Forbidden)]
    [InlineData(Office.QualityName, "/Administration/People", HttpStatusCode.Forbidden)]
    [InlineData(Office.QualityName, "/Administration", HttpStatusCode.OK)]
    [InlineData(Office.QualityName, "/Administration/House", HttpStatusCode.OK)]
    [InlineData(Office.AdministratorName, "/Administration/People", HttpStatusCode.OK)]
    public async Task Get_ByRole_OpensOnlyWhatIsTheirs(string userName, string page, HttpStatusCode expected)
    {
        var browser = await _office.SignedInAsync(userName);

        var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
        {
            Assert.Contains("Нет права", (await Desk.PageAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["open"] = "false" });

        var answer = await _browser.PostAsync(new Uri($"{NursePage}?handler=Active", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await _office.AccountAsync(Desk.UserName)).Active);
    }

    private Task<HttpResponseMessage> RecoverAsync(string what, string secret = "") =>
        Office.SendAsync(_browser, NursePage, "Recover", [("what", what), ("secret", secret), .. Office.Signed()]);

    private Task<HttpResponseMessage> AddAsync(string name, string user, string password, string pin, params string[] roles) => Office.SendAsync(
        _browser, AddPage, null, Office.NewPerson(name, user, password, pin, roles));

    private async Task AssertSignedByBothAsync(RightsGiven given, string contentHash)
    {
        Assert.Equal(
            [(await _office.AccountAsync(Office.AdministratorName)).StaffNo, (await _office.AccountAsync(Office.QualityName)).StaffNo],
            given.Signatures.Select(by => by.By));
        Assert.Equal([Meaning.Performed, Meaning.Witnessed], given.Signatures.Select(by => by.Meaning));
        Assert.All(given.Signatures, by => Assert.Equal(contentHash, by.ContentHash));
    }

    private async Task<int> CountAsync() => (await PersonAccounts.ListAsync(_office.Desk.Database, default)).Count;

    private async Task<IEnumerable<string>> TypesAsync(StaffNumber staffNo) =>
        (await EventLedger.ReadStreamAsync(_office.Desk.Database, $"person/{staffNo}", default)).Select(entry => entry.Type);

    private async Task AssertQueuedAsync(StaffNumber staffNo, PrintSerial serial)
    {
        var print = await LabelPrints.FindAsync(_office.Desk.Database, serial, default);
        Assert.Equal((LabelKind.StaffBadge, Carrier.Badge, staffNo), (print!.Kind, print.Carrier, print.StaffNo));
        Assert.Equal(Badge.Text(staffNo, serial), print.Symbol);
        Assert.Contains($"\"Staff\":\"{staffNo}\"", (await _office.JobAsync(serial)).Fields, StringComparison.Ordinal);
    }
}
