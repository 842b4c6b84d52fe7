using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class UserAddCommandTests : IDisposable
{
    private const string Password = "long enough to be safe";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Add_NoDatabaseYet_MakesItAndTheFirstAdministrator()
    {
        var (code, answer, error) = await AddAsync("orlov", "Administrator", Password, "483920");

        Assert.Equal((0, ""), (code, error));
        await using var database = new Database(_terminal.Database);
        var account = Assert.Single(await PersonAccounts.ListAsync(database, default));
        Assert.Equal(("Орлов Павел", "orlov", "en"), (account.FullName, account.UserName, account.Language));
        Assert.Equal([Role.Administrator], account.Roles);
        Assert.Contains(account.StaffNo.WithCheck, answer, StringComparison.Ordinal);
        Assert.Contains(Badge.Text(account.StaffNo, account.BadgeSerial), answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, answer, StringComparison.Ordinal);
        var entry = Assert.Single(await EventLedger.ReadStreamAsync(database, $"person/{account.StaffNo}", default));
        Assert.Equal(("PersonAdded", "console"), (entry.Type, entry.Actor));
    }

    [Fact]
    public async Task Add_SeveralRoles_InAnyCase()
    {
        await AddAsync("belova", "wardNurse, Courier", Password, "483920");

        await using var database = new Database(_terminal.Database);
        Assert.Equal([Role.Courier, Role.WardNurse], Assert.Single(await PersonAccounts.ListAsync(database, default)).Roles.Order());
    }

    [Theory]
    [InlineData("orlov", "Administrator", Password, "123456", "угадать", "guess")]
    [InlineData("orlov", "Administrator", "short", "483920", "не короче 12", "at least 12")]
    [InlineData("orlov", "Administrator", "", "", "шести цифр", "six digits")]
    [InlineData("orlov", "Surgeon", Password, "483920", "Нет роли Surgeon", "no role Surgeon")]
    [InlineData("orlov", "0", Password, "483920", "Нет роли 0", "no role 0")]
    [InlineData("orlov", ",", Password, "483920", "хотя бы одну роль", "at least one role")]
    [InlineData("orlov", "Administrator,QualifiedPerson", Password, "483920", "не сочетается", "goes with no other")]
    [InlineData("орлов", "Administrator", Password, "483920", "латинских", "Latin")]
    public async Task Add_BadInput_IsRefusedInBothLanguages(string user, string roles, string password, string pin, string ru, string en)
    {
        var (code, answer, error) = await AddAsync(user, roles, password, pin);

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains(ru, error, StringComparison.Ordinal);
        Assert.Contains(en, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NameTaken_LeavesTheFirstAsItWas()
    {
        await AddAsync("orlov", "Administrator", Password, "483920");

        var (code, _, error) = await AddAsync("ORLOV", "Courier", Password, "483920");

        Assert.Equal(1, code);
        Assert.Contains("taken", error, StringComparison.Ordinal);
        await using var database = new Database(_terminal.Database);
        Assert.Equal(StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1), Assert.Single(await PersonAccounts.ListAsync(database, default)).StaffNo);
    }

    private Task<(int Code, string Out, string Error)> AddAsync(string user, string roles, string password, string pin) => _terminal.HereAsync(
        $"{password}\n{pin}\n", "user", "add", "--name=Орлов Павел", "--user", user, "--roles", roles, "--language", "en");
}
