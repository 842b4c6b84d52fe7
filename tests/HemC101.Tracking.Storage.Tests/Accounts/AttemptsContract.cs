using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class AttemptsContract(IStorageFixture fixture)
{
    [StorageFact]
    public async Task Take_AfterTheLastAllowed_IsRefusedUntilTheLockEnds()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        var answers = new List<bool>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await TakeAsync(database, account, Credential.Pin, Anybody.Then));
        }

        var end = Anybody.Then + LockOut.Waits[0];
        Assert.Equal([true, true, true, true, true, false], answers);
        Assert.Equal(end, await Attempts.LockedUntilAsync(database, account.StaffNo, Credential.Pin, default));
        Assert.False(await TakeAsync(database, account, Credential.Pin, end - TimeSpan.FromMilliseconds(1)));
        Assert.True(await TakeAsync(database, account, Credential.Pin, end));
    }

    [StorageTheory]
    [InlineData(Credential.Pin)]
    [InlineData(Credential.Password)]
    public async Task Take_WrongAgainAfterEachLock_WaitsTwiceAsLongUpToTheLongest(Credential credential)
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        List<TimeSpan> waits = [];
        var now = Anybody.Then;
        for (var guess = 1; guess <= LockOut.ClosesAt + LockOut.Waits.Count + 1; guess++)
        {
            Assert.True(await TakeAsync(database, account, credential, now));
            var until = await Attempts.LockedUntilAsync(database, account.StaffNo, credential, default);
            waits.Add(until is { } end ? end - now : TimeSpan.Zero);
            now = until ?? now;
        }

        Assert.Equal(Enumerable.Range(1, waits.Count).Select(LockOut.After), waits);
        Assert.Equal(LockOut.Waits[^1], waits[^1]);
    }

    [StorageFact]
    public async Task Take_ManyAtOnceAfterALock_GivesOneGuess()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        for (var i = 0; i < LockOut.ClosesAt; i++)
        {
            await TakeAsync(database, account, Credential.Pin, Anybody.Then);
        }

        var later = Anybody.Then + LockOut.Waits[0];
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(database, account, Credential.Pin, later)));

        Assert.Equal(1, answers.Count(taken => taken));
    }

    [StorageFact]
    public async Task Take_PinLocked_LeavesThePassword()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        for (var i = 0; i < 5; i++)
        {
            await TakeAsync(database, account, Credential.Pin, Anybody.Then);
        }

        Assert.True(await TakeAsync(database, account, Credential.Password, Anybody.Then));
    }

    [StorageFact]
    public async Task Take_ManyAtOnce_GivesNoMoreThanAllowed()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(database, account, Credential.Pin, Anybody.Then)));

        Assert.Equal(5, answers.Count(taken => taken));
    }

    [StorageFact]
    public async Task Take_OverARestart_IsStillLocked()
    {
        await using var before = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(before);
        for (var i = 0; i < 5; i++)
        {
            await TakeAsync(before, account, Credential.Password, Anybody.Then);
        }

        await using var after = new Database(before.Address);

        Assert.False(await TakeAsync(after, account, Credential.Password, Anybody.Then));
    }

    [StorageFact]
    public async Task Forgive_AfterFour_StartsCountingAnew()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        for (var i = 0; i < 4; i++)
        {
            await TakeAsync(database, account, Credential.Pin, Anybody.Then);
        }

        await using (var work = await database.BeginAsync(default))
        {
            await Attempts.ForgiveAsync(work, account.StaffNo, Credential.Pin, default);
            await work.CommitAsync(default);
        }

        await TakeAsync(database, account, Credential.Pin, Anybody.Then);
        Assert.Null(await Attempts.LockedUntilAsync(database, account.StaffNo, Credential.Pin, default));
    }

    private static async Task<bool> TakeAsync(Database database, PersonAccount account, Credential credential, DateTimeOffset now)
    {
        await using var work = await database.BeginAsync(default);
        var taken = await Attempts.TakeAsync(work, account.StaffNo, credential, now, default);
        await work.CommitAsync(default);
        return taken;
    }
}

public sealed class AttemptsOnSqlite(SqliteFixture fixture) : AttemptsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class AttemptsOnPostgres(PostgresFixture fixture) : AttemptsContract(fixture), IClassFixture<PostgresFixture>;
