using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class PersonAccountsContract(IStorageFixture fixture)
{
    [StorageFact]
    public async Task Find_AddedPerson_IsReadBackWhole()
    {
        await using var database = fixture.NewDatabase();
        var added = await Anybody.AddedAsync(database);

        var found = await PersonAccounts.FindAsync(database, added.StaffNo, default);

        Assert.Equivalent(added, found, strict: true);
    }

    [StorageFact]
    public async Task FindByName_NormalizedName_FindsThePerson()
    {
        await using var database = fixture.NewDatabase();
        var added = await Anybody.AddedAsync(database);

        Assert.Equal(added.StaffNo, (await PersonAccounts.FindByNameAsync(database, "USER1", default))!.StaffNo);
        Assert.Null(await PersonAccounts.FindByNameAsync(database, "USER2", default));
    }

    [StorageFact]
    public async Task Add_UserNameTaken_AnswersFalse()
    {
        await using var database = fixture.NewDatabase();
        await Anybody.AddedAsync(database);

        await using var work = await database.BeginAsync(default);

        Assert.False(await PersonAccounts.AddAsync(work, Anybody.New(2, "user1"), default));
    }

    [StorageFact]
    public async Task Change_SomebodyElseWasFirst_AnswersFalseAndKeepsTheirs()
    {
        await using var database = fixture.NewDatabase();
        var mine = await Anybody.AddedAsync(database);
        var theirs = (await PersonAccounts.FindAsync(database, mine.StaffNo, default))!;
        theirs.Roles = new HashSet<Role> { Role.Administrator };
        mine.Roles = new HashSet<Role> { Role.QualifiedPerson };

        await using (var work = await database.BeginAsync(default))
        {
            Assert.True(await PersonAccounts.ChangeAsync(work, theirs, "second", default));
            Assert.False(await PersonAccounts.ChangeAsync(work, mine, "third", default));
            await work.CommitAsync(default);
        }

        Assert.Equal([Role.Administrator], (await PersonAccounts.FindAsync(database, mine.StaffNo, default))!.Roles);
    }

    [StorageFact]
    public async Task List_Everybody_IsOrderedByName()
    {
        await using var database = fixture.NewDatabase();
        await using (var work = await database.BeginAsync(default))
        {
            var last = Anybody.New(1);
            last.FullName = "Яковлев Пётр";
            var first = Anybody.New(2);
            first.FullName = "Абрамова Инна";
            await PersonAccounts.AddAsync(work, last, default);
            await PersonAccounts.AddAsync(work, first, default);
            await work.CommitAsync(default);
        }

        Assert.Equal(["Абрамова Инна", "Яковлев Пётр"], (await PersonAccounts.ListAsync(database, default)).Select(account => account.FullName));
    }
}

public sealed class PersonAccountsOnSqlite(SqliteFixture fixture) : PersonAccountsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class PersonAccountsOnPostgres(PostgresFixture fixture) : PersonAccountsContract(fixture), IClassFixture<PostgresFixture>;
