using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class SessionsContract(IStorageFixture fixture)
{
    private static KnownPeople Nobody => new();

    [StorageFact]
    public async Task FindPerson_OpenSession_IsThePerson()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);

        Assert.Equal(account.StaffNo, (await Sessions.FindPersonAsync(database, Nobody, "s1", default))!.Account.StaffNo);
    }

    [StorageFact]
    public async Task FindPerson_UnknownSession_IsNobody()
    {
        await using var database = fixture.NewDatabase();
        await OpenedAsync(database);

        Assert.Null(await Sessions.FindPersonAsync(database, Nobody, "s2", default));
    }

    [StorageFact]
    public async Task FindPerson_EndedSession_IsNobody()
    {
        await using var database = fixture.NewDatabase();
        await OpenedAsync(database);

        await using (var work = await database.BeginAsync(default))
        {
            await Sessions.EndAsync(work, "s1", Anybody.Then, default);
            await work.CommitAsync(default);
        }

        Assert.Null(await Sessions.FindPersonAsync(database, Nobody, "s1", default));
    }

    [StorageFact]
    public async Task FindPerson_ClosedAccount_IsNobody()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        account.Active = false;

        await using (var work = await database.BeginAsync(default))
        {
            Assert.True(await PersonAccounts.ChangeAsync(work, account, "second", default));
            await work.CommitAsync(default);
        }

        Assert.Null(await Sessions.FindPersonAsync(database, Nobody, "s1", default));
    }

    [StorageFact]
    public async Task FindPerson_KnownAndChangedSince_IsAsTheAccountStandsNow()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        var known = new KnownPeople();
        Assert.Equal(account.FullName, (await Sessions.FindPersonAsync(database, known, "s1", default))!.Account.FullName);
        account.FullName = "Другая Фамилия";
        account.Roles = new HashSet<Role> { Role.Coordinator };

        await using (var work = await database.BeginAsync(default))
        {
            Assert.True(await PersonAccounts.ChangeAsync(work, account, "second", default));
            await work.CommitAsync(default);
        }

        var now = (await Sessions.FindPersonAsync(database, known, "s1", default))!.Account;
        Assert.Equal(("Другая Фамилия", "second"), (now.FullName, now.ConcurrencyStamp));
        Assert.Equal([Role.Coordinator], now.Roles);
    }

    [StorageFact]
    public async Task FindPerson_KnownAndOfTheSameStamps_IsNotReadAgain()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        var known = new KnownPeople();
        await Sessions.FindPersonAsync(database, known, "s1", default);
        fixture.Tamper(database, "update person set full_name = 'nobody''s stamp'");

        Assert.Equal(account.FullName, (await Sessions.FindPersonAsync(database, known, "s1", default))!.Account.FullName);
        Assert.Equal("nobody's stamp", (await Sessions.FindPersonAsync(database, Nobody, "s1", default))!.Account.FullName);
    }

    [StorageFact]
    public async Task FindPerson_KnownAndWrittenOverByWhoeverHadIt_IsReadAsItIsKept()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        var known = new KnownPeople();
        (await Sessions.FindPersonAsync(database, known, "s1", default))!.Account.FullName = "Чужая рука";

        Assert.Equal(account.FullName, (await Sessions.FindPersonAsync(database, known, "s1", default))!.Account.FullName);
    }

    [StorageFact]
    public async Task FindPerson_KnownAndClosedOrEndedSince_IsNobody()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database, "s1", "s2");
        var known = new KnownPeople();
        Assert.NotNull(await Sessions.FindPersonAsync(database, known, "s1", default));
        await using (var work = await database.BeginAsync(default))
        {
            await Sessions.EndAsync(work, "s1", Anybody.Then, default);
            await work.CommitAsync(default);
        }

        Assert.Null(await Sessions.FindPersonAsync(database, known, "s1", default));
        Assert.NotNull(await Sessions.FindPersonAsync(database, known, "s2", default));
        account.Active = false;
        await using (var work = await database.BeginAsync(default))
        {
            await PersonAccounts.ChangeAsync(work, account, "second", default);
            await work.CommitAsync(default);
        }

        Assert.Null(await Sessions.FindPersonAsync(database, known, "s2", default));
    }

    [StorageFact]
    public async Task FindOwner_EndedSessionOfAClosedAccount_IsThePerson()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        account.Active = false;
        await using (var work = await database.BeginAsync(default))
        {
            await Sessions.EndAsync(work, "s1", Anybody.Then, default);
            await PersonAccounts.ChangeAsync(work, account, "second", default);
            await work.CommitAsync(default);
        }

        Assert.Equal(account.StaffNo, (await Sessions.FindOwnerAsync(database, "s1", default))!.StaffNo);
        Assert.Null(await Sessions.FindOwnerAsync(database, "s2", default));
    }

    [StorageFact]
    public async Task EndAll_ButOne_LeavesThatOneAndOthersPeoples()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database, "s1", "s2", "s3");
        await using (var work = await database.BeginAsync(default))
        {
            Assert.Equal(2, await Sessions.EndAllAsync(work, account.StaffNo, "s2", Anybody.Then, default));
            Assert.Equal(0, await Sessions.EndAllAsync(work, account.StaffNo, "s2", Anybody.Then, default));
            await work.CommitAsync(default);
        }

        var open = Assert.Single(await Sessions.ListOpenAsync(database, account.StaffNo, Anybody.Then.AddHours(-1), default));
        Assert.Equal(("s2", Anybody.Then, "d1"), (open.SessionId, open.SeenAt, open.Device));
    }

    [StorageFact]
    public async Task ListOpen_OneThatLapsed_IsListedAgainOnceItIsSeen()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);
        Assert.Empty(await Sessions.ListOpenAsync(database, account.StaffNo, Anybody.Then, default));

        await using (var work = await database.BeginAsync(default))
        {
            await Sessions.SeeAsync(work, "s1", Anybody.Then.AddMinutes(20), default);
            await work.CommitAsync(default);
        }

        var open = Assert.Single(await Sessions.ListOpenAsync(database, account.StaffNo, Anybody.Then, default));
        Assert.Equal((Anybody.Then, Anybody.Then.AddMinutes(20)), (open.OpenedAt, open.SeenAt));
    }

    private static async Task<PersonAccount> OpenedAsync(Database database, params IReadOnlyList<string> sessions)
    {
        var account = await Anybody.AddedAsync(database);
        await using var work = await database.BeginAsync(default);
        foreach (var session in sessions is [] ? ["s1"] : sessions)
        {
            await Sessions.OpenAsync(work, session, account.StaffNo, new(AuthenticationMethod.BadgeAndPin), "d1", Anybody.Then, default);
        }

        await work.CommitAsync(default);
        return account;
    }
}

public sealed class SessionsOnSqlite(SqliteFixture fixture) : SessionsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SessionsOnPostgres(PostgresFixture fixture) : SessionsContract(fixture), IClassFixture<PostgresFixture>;
