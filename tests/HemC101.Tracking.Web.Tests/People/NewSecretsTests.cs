using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Tests.Administration;

namespace HemC101.Tracking.Web.Tests.People;

/// <summary>A PIN or password that somebody else has set, or that got known, is replaced by its owner before anything else.</summary>
public sealed class NewSecretsTests : IAsyncLifetime, IDisposable
{
    private const string Page = "/Account/NewSecrets";
    private const string FirstPassword = "first password of belova";
    private const string FirstPin = "750184";
    private const string OwnPassword = "her own long password";
    private const string OwnPin = "941637";

    private readonly Office _office = new();
    private HttpClient _administrator = null!;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _administrator = await _office.SignedInAsync(Office.AdministratorName);
        var added = await Office.SendAsync(
            _administrator, "/Administration/AddPerson", null,
            Office.NewPerson("Белова Анна", "belova", FirstPassword, FirstPin, nameof(Role.WardNurse)));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/Ward")]
    [InlineData("/Account/Me")]
    [InlineData("/Chains")]
    public async Task FirstSignIn_OpensNothingElse_AndLeadsBackAfterwards(string page)
    {
        var browser = await SignedInAsync("belova", FirstPassword);
        var closed = await browser.GetAsync(new Uri(page, UriKind.Relative));
        Assert.Equal($"{Page}?ReturnUrl={Uri.EscapeDataString(page)}", closed.Headers.Location!.ToString());

        var chosen = await ChooseAsync(browser, $"{Page}?ReturnUrl={Uri.EscapeDataString(page)}", FirstPassword, OwnPin, OwnPassword);

        Assert.Equal(page, chosen.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
        var account = await _office.AccountAsync("belova");
        Assert.Equal((SecretState.Own, SecretState.Own), (account.PinState, account.PasswordState));
        Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync("belova", FirstPassword));
        Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(BadgeOf(account), FirstPin));
        Assert.False(Assert.IsType<Authentication.Succeeded>(await _office.Desk.AuthenticateAsync(BadgeOf(account), OwnPin)).IsGiven);
        Assert.Equal(["RightsGiven", "PersonAdded", "PinChanged", "PasswordChanged"], await TypesAsync(account.StaffNo));
    }

    [Theory]
    [InlineData(FirstPassword, FirstPin, OwnPassword, "совпадает с прежним")]
    [InlineData(FirstPassword, OwnPin, FirstPassword, "совпадает с прежним")]
    [InlineData(FirstPassword, "000000", OwnPassword, "угадать")]
    [InlineData(FirstPassword, "170580", OwnPassword, "на дату")]
    [InlineData(FirstPassword, OwnPin, "short", "не короче 12")]
    [InlineData("wrong password at all", OwnPin, OwnPassword, "не подтверждена")]
    public async Task Choice_ThatMayNotBe_OrNotProven_ChangesNothing(string proof, string pin, string password, string reason)
    {
        var browser = await SignedInAsync("belova", FirstPassword);

        var answer = await ChooseAsync(browser, Page, proof, pin, password);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        var account = await _office.AccountAsync("belova");
        Assert.Equal((SecretState.Given, SecretState.Given), (account.PinState, account.PasswordState));
        Assert.Equal(["RightsGiven", "PersonAdded"], await TypesAsync(account.StaffNo));
    }

    [Fact]
    public async Task Choice_SignedByAColleague_ChangesNothing()
    {
        var browser = await SignedInAsync("belova", FirstPassword);

        var answer = await ChooseAsync(browser, Page, Desk.Password, OwnPin, OwnPassword, Desk.UserName);

        Assert.Contains("другой сотрудник", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    /// <summary>However somebody has come by the temporary one: the person alone knows the other.</summary>
    [Fact]
    public async Task RecoveredPassword_IsNoProof_WhileThePinIsTheirOwn()
    {
        const string temporary = "temporary password of the nurse";
        await Office.SendAsync(_administrator, $"/Administration/People/{_office.Desk.Nurse}", "Recover", Office.Recovery("Password", temporary));
        var browser = await SignedInAsync(Desk.UserName, temporary);
        (string, string)[] chosen = [("NewPassword", OwnPassword), ("NewPasswordAgain", OwnPassword)];

        var byTheGiven = await Office.SendAsync(browser, Page, null, [("Proof.Signer", Desk.UserName), ("Proof.Secret", temporary), .. chosen]);

        Assert.Contains("не временным", await Office.ReasonsAsync(byTheGiven), StringComparison.Ordinal);
        Assert.Equal(SecretState.Given, (await _office.AccountAsync(Desk.UserName)).PasswordState);

        var nurse = await _office.AccountAsync(Desk.UserName);
        var byTheOwn = await Office.SendAsync(browser, Page, null, [("Proof.Signer", BadgeOf(nurse)), ("Proof.Secret", Desk.Pin), .. chosen]);

        Assert.Equal(HttpStatusCode.Redirect, byTheOwn.StatusCode);
        Assert.Equal(SecretState.Own, (await _office.AccountAsync(Desk.UserName)).PasswordState);
    }

    [Fact]
    public async Task BothRecovered_EachOfTwoParts_AreProofTogetherWithNothingElse()
    {
        const string temporary = "temporary password of the nurse";
        var page = $"/Administration/People/{_office.Desk.Nurse}";
        await Office.SendAsync(_administrator, page, "Recover", Office.Recovery("Password", temporary));
        await Office.SendAsync(_administrator, page, "Recover", Office.Recovery("Pin", FirstPin));
        var browser = await SignedInAsync(Desk.UserName, temporary);

        var chosen = await ChooseAsync(browser, Page, temporary, OwnPin, OwnPassword, Desk.UserName);

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var account = await _office.AccountAsync(Desk.UserName);
        Assert.Equal((SecretState.Own, SecretState.Own), (account.PinState, account.PasswordState));
        Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(Desk.UserName, Office.Cut(temporary).First));
    }

    [Fact]
    public async Task Page_WhereNothingIsDue_LeadsHome()
    {
        var browser = await SignedInAsync(Desk.UserName, Desk.Password);

        var answer = await browser.GetAsync(new Uri(Page, UriKind.Relative));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task LeakedPin_OpensNothing_SaysSoOnlyToWhoKnowsIt_AndIsReplacedAfterThePassword()
    {
        var nurse = await _office.AccountAsync(Desk.UserName);
        await Office.SendAsync(_administrator, $"/Administration/People/{nurse.StaffNo}", "Leaked", ("credential", nameof(Credential.Pin)));

        var right = Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(BadgeOf(nurse), Desk.Pin));
        var wrong = Assert.IsType<Authentication.Failed>(await _office.Desk.AuthenticateAsync(BadgeOf(nurse), "000000"));
        Assert.Contains("got known", right.Reason.En, StringComparison.Ordinal);
        Assert.DoesNotContain("got known", wrong.Reason.En, StringComparison.Ordinal);

        var browser = await SignedInAsync(Desk.UserName, Desk.Password);
        var page = await Office.GetAsync(browser, Page);
        Assert.Null(page.QuerySelector("#password-new"));
        var answer = await Office.SendAsync(
            browser, Page, null, ("Proof.Signer", Desk.UserName), ("Proof.Secret", Desk.Password), ("NewPin", OwnPin), ("NewPinAgain", OwnPin));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.IsType<Authentication.Succeeded>(await _office.Desk.AuthenticateAsync(BadgeOf(nurse), OwnPin));
        Assert.Equal(["PersonAdded", "SecretLeaked", "PinChanged"], await TypesAsync(nurse.StaffNo));
    }

    private async Task<HttpClient> SignedInAsync(string userName, string password)
    {
        var browser = _office.Desk.NewBrowser();
        var answer = await Desk.SendAsync(browser, "/Account/SignIn", ("UserName", userName), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> ChooseAsync(
        HttpClient browser, string page, string proof, string pin, string password, string signer = "belova") => Office.SendAsync(
        browser, page, null,
        ("Proof.Signer", signer), ("Proof.Secret", proof), ("NewPin", pin), ("NewPinAgain", pin), ("NewPassword", password), ("NewPasswordAgain", password));

    private static string BadgeOf(PersonAccount account) => BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial);

    private async Task<IEnumerable<string>> TypesAsync(StaffNumber staffNo) =>
        (await EventLedger.ReadStreamAsync(_office.Desk.Database, PersonAccounts.StreamOf(staffNo), default)).Select(entry => entry.Type);
}
