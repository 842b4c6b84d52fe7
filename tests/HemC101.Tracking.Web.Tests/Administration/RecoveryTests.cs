using System.Net;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Administration;

/// <summary>A lost badge, PIN or password: two people sign, and the owner chooses another at once.</summary>
public sealed class RecoveryTests : IAsyncLifetime, IDisposable
{
    private const string NewPin = "750184";

    private readonly Office _office = new();
    private HttpClient _browser = null!;

    private string NursePage => $"/Administration/People/{_office.Desk.Nurse}";

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.AddAsync("Фомин Глеб", "fomin", Role.Administrator);
        _browser = await _office.SignedInAsync(Office.AdministratorName);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("Pin", NewPin, Office.QualityName)]
    [InlineData("Password", "another long enough one", "fomin")]
    public async Task Secret_SetByTwo_IsGiven_AndTheLedgerNamesBoth(string what, string secret, string second)
    {
        var answer = await RecoverAsync(what, secret, Office.AdministratorName, second);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var account = await _office.AccountAsync(Desk.UserName);
        Assert.Equal(
            what == "Pin" ? (SecretState.Given, SecretState.Own) : (SecretState.Own, SecretState.Given), (account.PinState, account.PasswordState));
        var known = Assert.IsType<Authentication.Succeeded>(
            await _office.Desk.AuthenticateAsync(what == "Pin" ? await _office.Desk.BadgeAsync() : Desk.UserName, secret));
        Assert.True(known.IsGiven);
        var journal = await JournalAsync();
        Assert.Equal(["PersonAdded", "AccountRecovered", $"{what}Changed"], journal.Select(entry => entry.Type));
        var recovered = AccountRecovered.Read(journal[1]);
        Assert.Equal([(await _office.AccountAsync(Office.AdministratorName)).StaffNo, (await _office.AccountAsync(second)).StaffNo], recovered.Signatures.Select(by => by.By));
        Assert.Equal([Meaning.Performed, Meaning.Witnessed], recovered.Signatures.Select(by => by.Meaning));
        Assert.DoesNotContain(secret, string.Concat(journal.Select(entry => entry.Data)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Office.AdministratorName, "", "Нужны обе части")]
    [InlineData(Office.AdministratorName, "nobody", "не подтверждена")]
    [InlineData(Office.AdministratorName, Office.AdministratorName, "один и тот же человек")]
    [InlineData(Office.AdministratorName, Desk.UserName, "не может подписать")]
    [InlineData(Office.QualityName, Office.AdministratorName, "не может подписать")]
    [InlineData("fomin", Office.QualityName, "который вошёл")]
    public async Task Secret_NotSignedByTwoWhoMay_StaysAsItWas(string first, string second, string reason)
    {
        var answer = await RecoverAsync("Pin", NewPin, first, second);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.IsType<Authentication.Succeeded>(await _office.Desk.AuthenticateAsync(await _office.Desk.BadgeAsync(), Desk.Pin));
        Assert.Equal(["PersonAdded"], (await JournalAsync()).Select(entry => entry.Type));
    }

    [Fact]
    public async Task OwnerOfTheAccount_IsNoSecondPerson()
    {
        var page = $"/Administration/People/{(await _office.AccountAsync(Office.QualityName)).StaffNo}";

        var answer = await Office.SendAsync(_browser, page, "Recover", Office.Recovery("Pin", NewPin));

        Assert.Contains("владелец записи не подписывает", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pin", "123456", "угадать")]
    [InlineData("Pin", "170580", "на дату")]
    [InlineData("Pin", Desk.Pin, "совпадает с прежним")]
    [InlineData("Password", "short", "не короче 6")]
    [InlineData("Password", Desk.Password, "совпадает с прежним")]
    public async Task Secret_ThatMayNotBeUsed_IsRefused_AndNothingIsRecorded(string what, string secret, string reason)
    {
        var answer = await RecoverAsync(what, secret);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded"], (await JournalAsync()).Select(entry => entry.Type));
    }

    [Theory]
    [InlineData("Pin", NewPin, "", "по 3 цифры")]
    [InlineData("Pin", "7501", "84", "по 3 цифры")]
    [InlineData("Password", "another long enough one", "", "не короче 6")]
    public async Task Secret_TypedByOneAlone_IsRefused(string what, string first, string second, string reason)
    {
        var answer = await Office.SendAsync(
            _browser, NursePage, "Recover", [("what", what), ("secret", first), ("secondSecret", second), .. Office.Signed()]);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded"], (await JournalAsync()).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Form_SentAgain_OrTwiceAtOnce_CountsOnce()
    {
        var version = (await _office.AccountAsync(Desk.UserName)).ConcurrencyStamp;
        var other = await _office.SignedInAsync("fomin");
        var answers = await Task.WhenAll(
            RecoverAsync("Badge", "", Office.AdministratorName, Office.QualityName),
            Office.SendAsync(other, NursePage, "Recover", [("what", "Badge"), .. Office.Signed("fomin"), ("Version", version)]));
        var again = await Office.SendAsync(_browser, NursePage, "Recover", [("what", "Badge"), .. Office.Signed(), ("Version", version)]);

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains("изменил кто-то другой", await Office.ReasonsAsync(again), StringComparison.Ordinal);
        Assert.Equal(["PersonAdded", "AccountRecovered", "BadgeReplaced"], (await JournalAsync()).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Secret_GivenToTheSecondPerson_SignsNoRecovery()
    {
        await Office.SendAsync(
            _browser, $"/Administration/People/{(await _office.AccountAsync(Office.QualityName)).StaffNo}", "Recover",
            Office.Recovery("Password", "another long enough one", second: "fomin"));

        var answer = await Office.SendAsync(
            _browser, NursePage, "Recover",
            [.. Office.Recovery("Pin", NewPin)[..^1], ("Signers[1].Secret", "another long enough one")]);

        Assert.Contains("им не подписывают", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trail_NamesBothWhoSigned()
    {
        await RecoverAsync("Pin", NewPin);
        var assurance = await _office.SignedInAsync(Office.QualityName);

        var trail = (await Office.GetAsync(assurance, $"/Quality/Audit?Person={_office.Desk.Nurse}")).Body!.TextContent
            + (await Office.GetAsync(assurance, $"/Quality/Audit?Thing={_office.Desk.Nurse}")).Body!.TextContent
            + (await Office.GetAsync(assurance, "/Quality/Audit")).Body!.TextContent;

        Assert.Contains("Доступ восстановлен вдвоём", trail, StringComparison.Ordinal);
        Assert.Contains("Орлов Павел", trail, StringComparison.Ordinal);
        Assert.Contains("Жукова Вера", trail, StringComparison.Ordinal);
        Assert.Contains("временный, задан другими", trail, StringComparison.Ordinal);
        Assert.Matches(@"выдано заново\W+PIN-код", trail);
        Assert.DoesNotMatch(@"\bGiven\b", trail);
    }

    private Task<HttpResponseMessage> RecoverAsync(
        string what, string secret, string first = Office.AdministratorName, string second = Office.QualityName) =>
        Office.SendAsync(_browser, NursePage, "Recover", Office.Recovery(what, secret, first, second));

    private Task<IReadOnlyList<LedgerEntry>> JournalAsync() =>
        EventLedger.ReadStreamAsync(_office.Desk.Database, AccountRecord.StreamOf(_office.Desk.Nurse), default);
}
