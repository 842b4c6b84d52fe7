using HemC101.Tracking.People;
using HemC101.Tracking.Web.People;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class PersonAdminTests(Desk desk) : IClassFixture<Desk>
{
    private static readonly HashSet<Role> WardNurse = [Role.WardNurse];

    [Theory]
    [InlineData("", "ivanova", "long enough to be safe", "483920", "ru", "full name")]
    [InlineData("Иванова", "ivanova", "short", "483920", "ru", "at least 12")]
    [InlineData("Иванова", "ivanova", "aaaaaaaaaaaaaa", "483920", "ru", "different characters")]
    [InlineData("Иванова", "ivanova", "long enough to be safe", "123456", "ru", "guess")]
    [InlineData("Иванова", "ivanova", "long enough to be safe", "483920", "de", "language")]
    [InlineData("Иванова", "иванова", "long enough to be safe", "483920", "ru", "Latin")]
    [InlineData("Иванова", Desk.UserName, "long enough to be safe", "483920", "ru", "taken")]
    public async Task Add_BadInput_IsRefusedWithItsReason(string name, string userName, string password, string pin, string language, string reason)
    {
        var answer = await desk.AdminAsync(admin => admin.AddAsync(name, userName, WardNurse, password, pin, language, default));

        Assert.Contains(Assert.IsType<PersonChange.Refused>(answer).Reasons, text => text.En.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_AdministratorWhoAlsoSigns_IsRefused()
    {
        var answer = await desk.AdminAsync(admin => admin.AddAsync(
            "Иванова", "ivanova", new HashSet<Role> { Role.Administrator, Role.QualifiedPerson }, Desk.Password, Desk.Pin, "ru", default));

        Assert.IsType<PersonChange.Refused>(answer);
    }

    /// <summary>Whoever has two accounts could make a batch under one number and release it, or administer, under the other.</summary>
    [Theory]
    [InlineData("соколова  мария львовна", Role.QualifiedPerson, false)]
    [InlineData("Соколова Мария Львовна", Role.Administrator, false)]
    [InlineData("Соколова Мария Львовна (склад)", Role.Administrator, true)]
    [InlineData("Соколова Мария Львовна (хирургия)", Role.QualifiedPerson, true)]
    public async Task Add_NameOfAnAccount_IsRefused_AlsoForAnAdministrator(string name, Role role, bool added)
    {
        var answer = await AddAsync(name, $"second{(int)role}{added}", role);

        Assert.Equal(added, answer is PersonChange.Done);
        if (answer is PersonChange.Refused refused)
        {
            Assert.Contains("one account", Assert.Single(refused.Reasons).En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Дёмин Олег", "Демин Олег", "demin")]
    [InlineData("Лосев Игнат", "Лосев И-гнат", "losev")]
    public async Task Add_NameOfAnAdministrator_ToWork_IsRefused(string first, string second, string userName)
    {
        await AddAsync(first, userName, Role.Administrator);

        var answer = await AddAsync(second, $"{userName}2", Role.QualifiedPerson);

        Assert.Contains("one account", Assert.Single(Assert.IsType<PersonChange.Refused>(answer).Reasons).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_OneNameTwiceAtOnce_MakesOneAccount_AndAClosedOneStillCounts()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => AddAsync("Ульянова Рита", $"rita{at}", Role.Courier)));

        var added = Assert.Single(answers.OfType<PersonChange.Done>());
        await desk.AdminAsync(admin => admin.SetActiveAsync(added.Person.Number, active: false, default));
        Assert.IsType<PersonChange.Refused>(await AddAsync("Ульянова Рита", "rita9", Role.QualityControl));
    }

    private Task<PersonChange> AddAsync(string name, string userName, Role role) =>
        desk.AdminAsync(admin => admin.AddAsync(name, userName, new HashSet<Role> { role }, Desk.Password, Desk.Pin, "ru", default));

    [Fact]
    public async Task Authenticate_PasswordInPlaceOfPin_IsRefused()
    {
        Assert.IsType<Authentication.Failed>(await desk.AuthenticateAsync(await desk.BadgeAsync(), Desk.Password));
        Assert.IsType<Authentication.Failed>(await desk.AuthenticateAsync(Desk.UserName, Desk.Pin));
        Assert.IsType<Authentication.Failed>(await desk.AuthenticateAsync(desk.Nurse.ToString(), Desk.Pin));
    }

    [Fact]
    public async Task Authenticate_RightSecret_NamesPersonAndMethod()
    {
        var byBadge = Assert.IsType<Authentication.Succeeded>(await desk.AuthenticateAsync(await desk.BadgeAsync(), Desk.Pin));
        var byName = Assert.IsType<Authentication.Succeeded>(await desk.AuthenticateAsync(" SOKOLOVA ", Desk.Password));

        Assert.Equal((desk.Nurse, AuthenticationMethod.BadgeAndPin), (byBadge.Person.Number, byBadge.Method));
        Assert.Equal((desk.Nurse, AuthenticationMethod.Password), (byName.Person.Number, byName.Method));
    }

    [Theory]
    [InlineData("", "483920")]
    [InlineData("sokolova", "")]
    public async Task Authenticate_HalfMissing_AsksForBoth(string name, string secret) =>
        Assert.Contains("Both", Assert.IsType<Authentication.Failed>(await desk.AuthenticateAsync(name, secret)).Reason.En, StringComparison.Ordinal);

    [Fact]
    public async Task Authenticate_EndlessSecret_IsRefusedUnread() =>
        Assert.IsType<Authentication.Failed>(await desk.AuthenticateAsync(Desk.UserName, new string('x', 100_000)));
}
