using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class PasskeysContract(IStorageFixture fixture)
{
    [StorageFact]
    public async Task List_AddedPasskey_IsReadBackWhole()
    {
        await using var database = fixture.NewDatabase();
        var added = await AddedAsync(database, uint.MaxValue);

        Assert.Equivalent(added, Assert.Single(await Passkeys.ListAsync(database, added.StaffNo, default)), strict: true);
        Assert.Equivalent(added, await Passkeys.FindAsync(database, added.CredentialId, default), strict: true);
        Assert.Null(await Passkeys.FindAsync(database, [1], default));
    }

    [StorageFact]
    public async Task Add_IdentifierTaken_AnswersFalse()
    {
        await using var database = fixture.NewDatabase();
        var added = await AddedAsync(database, 0);

        await using var work = await database.BeginAsync(default);

        Assert.False(await Passkeys.AddAsync(work, added with { PasskeyId = "other" }, default));
    }

    [StorageTheory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(7, 8, true)]
    [InlineData(7, 7, false)]
    [InlineData(7, 6, false)]
    [InlineData(7, 0, false)]
    public async Task Use_Count_HasToGrowUnlessTheAuthenticatorNeverCounts(long known, long shown, bool good)
    {
        await using var database = fixture.NewDatabase();
        var added = await AddedAsync(database, known);
        var now = Anybody.Then.AddDays(1);

        Assert.Equal(good, await UseAsync(database, added, shown, now));

        var row = await Passkeys.FindAsync(database, added.CredentialId, default);
        Assert.Equal(good ? (shown, now) : (known, null), (row!.SignCount, row.UsedAt));
    }

    [StorageFact]
    public async Task Use_OneCountManyTimesAtOnce_OnlyOneGetsIn()
    {
        await using var database = fixture.NewDatabase();
        var added = await AddedAsync(database, 4);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => UseAsync(database, added, 5, Anybody.Then)));

        Assert.Single(answers, used => used);
    }

    [StorageFact]
    public async Task Remove_OfSomebodyElse_AnswersFalseAndLeavesIt()
    {
        await using var database = fixture.NewDatabase();
        var added = await AddedAsync(database, 0);
        await using (var work = await database.BeginAsync(default))
        {
            Assert.False(await Passkeys.RemoveAsync(work, Anybody.New(2).StaffNo, added.CredentialId, default));
            Assert.True(await Passkeys.RemoveAsync(work, added.StaffNo, added.CredentialId, default));
            Assert.False(await Passkeys.RemoveAsync(work, added.StaffNo, added.CredentialId, default));
            await work.CommitAsync(default);
        }

        Assert.Empty(await Passkeys.ListAsync(database, added.StaffNo, default));
        Assert.False(await UseAsync(database, added, 1, Anybody.Then));
    }

    [StorageFact]
    public async Task Take_Challenge_IsThereOnceAndInTime()
    {
        await using var database = fixture.NewDatabase();
        var account = await Anybody.AddedAsync(database);
        await AskAsync(database, "of a person", account, Anybody.Then.AddMinutes(5));
        await AskAsync(database, "of nobody", null, Anybody.Then.AddMinutes(5));
        await AskAsync(database, "too late", null, Anybody.Then.AddMinutes(1));
        var now = Anybody.Then.AddMinutes(1);

        Assert.Equal((account.StaffNo, "ключ", "{}"), await TakeAsync(database, "of a person", now) is { } of ? (of.StaffNo!.Value, of.Name, of.State) : default);
        Assert.Null(await TakeAsync(database, "of a person", now));
        Assert.Null((await TakeAsync(database, "of nobody", now))!.StaffNo);
        Assert.Null(await TakeAsync(database, "too late", now));
        Assert.Null(await TakeAsync(database, "never", now));
    }

    [StorageFact]
    public async Task Take_ManyAtOnce_OnlyOneGetsIt()
    {
        await using var database = fixture.NewDatabase();
        await AskAsync(database, "asked", null, Anybody.Then.AddMinutes(5));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeAsync(database, "asked", Anybody.Then)));

        Assert.Single(answers, challenge => challenge is not null);
    }

    private static async Task<PasskeyRow> AddedAsync(Database database, long signCount)
    {
        var passkey = new PasskeyRow
        {
            PasskeyId = "0123456789abcdef",
            StaffNo = (await Anybody.AddedAsync(database)).StaffNo,
            Name = "рабочий ноутбук",
            CredentialId = [0, 255, 1],
            PublicKey = [2],
            SignCount = signCount,
            Transports = """["internal","hybrid"]""",
            BackupEligible = true,
            BackedUp = false,
            Attestation = [3],
            ClientData = [4],
            CreatedAt = Anybody.Then,
        };
        await using var work = await database.BeginAsync(default);
        Assert.True(await Passkeys.AddAsync(work, passkey, default));
        await work.CommitAsync(default);
        return passkey;
    }

    private static async Task<bool> UseAsync(Database database, PasskeyRow passkey, long signCount, DateTimeOffset now)
    {
        await using var work = await database.BeginAsync(default);
        var used = await Passkeys.UseAsync(work, passkey.PasskeyId, signCount, backedUp: false, now, default);
        await work.CommitAsync(default);
        return used;
    }

    private static async Task AskAsync(Database database, string challengeId, PersonAccount? of, DateTimeOffset until)
    {
        await using var work = await database.BeginAsync(default);
        await PasskeyChallenges.AddAsync(
            work,
            new() { ChallengeId = challengeId, StaffNo = of?.StaffNo, Name = of is null ? null : "ключ", State = "{}", Until = until },
            Anybody.Then,
            default);
        await work.CommitAsync(default);
    }

    private static async Task<PasskeyChallenge?> TakeAsync(Database database, string challengeId, DateTimeOffset now)
    {
        await using var work = await database.BeginAsync(default);
        var challenge = await PasskeyChallenges.TakeAsync(work, challengeId, now, default);
        await work.CommitAsync(default);
        return challenge;
    }
}

public sealed class PasskeysOnSqlite(SqliteFixture fixture) : PasskeysContract(fixture), IClassFixture<SqliteFixture>;

public sealed class PasskeysOnPostgres(PostgresFixture fixture) : PasskeysContract(fixture), IClassFixture<PostgresFixture>;
