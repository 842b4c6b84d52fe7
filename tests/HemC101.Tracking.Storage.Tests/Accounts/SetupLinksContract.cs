using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class SetupLinksContract(IStorageFixture fixture)
{
    private static readonly DateTimeOffset Until = Anybody.Then.AddHours(24);

    [StorageFact]
    public async Task Take_TheLink_IsPossibleOnceAndInTime()
    {
        await using var database = fixture.NewDatabase();
        Assert.True(await ReplaceAsync(database, "first"));

        Assert.False(await TakeAsync(database, "another", Anybody.Then));
        Assert.False(await TakeAsync(database, "first", Until));
        Assert.True(await SetupLinks.IsOpenAsync(database, "first", Until.AddMilliseconds(-1), default));
        Assert.True(await TakeAsync(database, "first", Until.AddMilliseconds(-1)));
        Assert.False(await TakeAsync(database, "first", Anybody.Then));
        Assert.False(await SetupLinks.IsOpenAsync(database, "first", Anybody.Then, default));
    }

    [StorageFact]
    public async Task Replace_TheLinkBeforeIt_OpensNothing()
    {
        await using var database = fixture.NewDatabase();
        await ReplaceAsync(database, "first");
        await ReplaceAsync(database, "second");

        Assert.False(await TakeAsync(database, "first", Anybody.Then));
        Assert.True(await TakeAsync(database, "second", Anybody.Then));
    }

    [StorageFact]
    public async Task Replace_ManyStartsAtOnce_LeaveOneLink()
    {
        await using var database = fixture.NewDatabase();
        List<string> links = [.. Enumerable.Range(0, 8).Select(number => $"link {number}")];
        await Task.WhenAll(links.Select(link => ReplaceAsync(database, link)));

        var answers = await Task.WhenAll(links.Select(link => TakeAsync(database, link, Anybody.Then)));

        Assert.Single(answers, taken => taken);
    }

    [StorageFact]
    public async Task Everything_OnceSomebodyHasAnAccount_IsRefused()
    {
        await using var database = fixture.NewDatabase();
        await ReplaceAsync(database, "first");
        Assert.False(await SetupLinks.HasAnybodyAsync(database, default));

        await Anybody.AddedAsync(database);

        Assert.True(await SetupLinks.HasAnybodyAsync(database, default));
        Assert.False(await SetupLinks.IsOpenAsync(database, "first", Anybody.Then, default));
        Assert.False(await TakeAsync(database, "first", Anybody.Then));
        Assert.False(await ReplaceAsync(database, "second"));
    }

    [StorageFact]
    public async Task Take_ManyAtOnce_OnlyOneGetsIt()
    {
        await using var database = fixture.NewDatabase();
        await ReplaceAsync(database, "first");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeAsync(database, "first", Anybody.Then)));

        Assert.Single(answers, taken => taken);
    }

    [StorageFact]
    public async Task Take_AndTheAccountIsNotMade_LeavesTheLink()
    {
        await using var database = fixture.NewDatabase();
        await ReplaceAsync(database, "first");
        await using (var work = await database.BeginAsync(default))
        {
            Assert.True(await SetupLinks.TakeAsync(work, "first", Anybody.Then, default));
        }

        Assert.True(await SetupLinks.IsOpenAsync(database, "first", Anybody.Then, default));
    }

    private static async Task<bool> ReplaceAsync(Database database, string hash)
    {
        await using var work = await database.BeginAsync(default);
        var replaced = await SetupLinks.ReplaceAsync(work, hash, Until, default);
        await work.CommitAsync(default);
        return replaced;
    }

    private static async Task<bool> TakeAsync(Database database, string hash, DateTimeOffset now)
    {
        await using var work = await database.BeginAsync(default);
        var taken = await SetupLinks.TakeAsync(work, hash, now, default);
        await work.CommitAsync(default);
        return taken;
    }
}

public sealed class SetupLinksOnSqlite(SqliteFixture fixture) : SetupLinksContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SetupLinksOnPostgres(PostgresFixture fixture) : SetupLinksContract(fixture), IClassFixture<PostgresFixture>;
