using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class SessionsContract(IStorageFixture fixture)
{
    [StorageFact]
    public async Task FindPerson_OpenSession_IsThePerson()
    {
        await using var database = fixture.NewDatabase();
        var account = await OpenedAsync(database);

        Assert.Equal(account.StaffNo, (await Sessions.FindPersonAsync(database, "s1", default))!.StaffNo);
    }

    [StorageFact]
    public async Task FindPerson_UnknownSession_IsNobody()
    {
        await using var database = fixture.NewDatabase();
        await OpenedAsync(database);

        Assert.Null(await Sessions.FindPersonAsync(database, "s2", default));
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

        Assert.Null(await Sessions.FindPersonAsync(database, "s1", default));
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

        Assert.Null(await Sessions.FindPersonAsync(database, "s1", default));
    }

    private static async Task<PersonAccount> OpenedAsync(Database database)
    {
        var account = await Anybody.AddedAsync(database);
        await using var work = await database.BeginAsync(default);
        await Sessions.OpenAsync(work, "s1", account.StaffNo, AuthenticationMethod.BadgeAndPin, Anybody.Then, default);
        await work.CommitAsync(default);
        return account;
    }
}

public sealed class SessionsOnSqlite(SqliteFixture fixture) : SessionsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SessionsOnPostgres(PostgresFixture fixture) : SessionsContract(fixture), IClassFixture<PostgresFixture>;
