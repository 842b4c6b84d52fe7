using System.Data.Common;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class SealedChecksContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Find_OfItsEvent_GivesTheVeryBytes()
    {
        await AddAsync(Half(4, "attempt-1"));

        var found = await SealedChecks.FindAsync(_database, A.Coi, 4, default);

        Assert.Equal([0, 255, 1], found!.Sealed);
        Assert.Equal(("attempt-1", A.Moment), (found.AttemptId, found.At));
        Assert.Null(await SealedChecks.FindAsync(_database, A.Coi, 5, default));
        Assert.True(await SealedChecks.IsHalfAsync(_database, "attempt-1", default));
        Assert.False(await SealedChecks.IsHalfAsync(_database, "attempt-2", default));
    }

    [StorageFact]
    public async Task List_OfAChain_IsInTheOrderOfEvents()
    {
        await AddAsync(Half(9, "attempt-2"));
        await AddAsync(Half(4, "attempt-1"));

        Assert.Equal([4, 9], (await SealedChecks.ListAsync(_database, A.Coi, default)).Select(half => half.Version));
    }

    [StorageTheory]
    [InlineData(4, "attempt-2")]
    [InlineData(5, "attempt-1")]
    public async Task Add_ASecondHalfBehindOneEvent_OrOfOneAttempt_IsRefused(int version, string attempt)
    {
        await AddAsync(Half(4, "attempt-1"));

        await Assert.ThrowsAnyAsync<DbException>(() => AddAsync(Half(version, attempt)));
    }

    [StorageTheory]
    [InlineData("update sealed_check set version = version + 1")]
    [InlineData("delete from sealed_check")]
    public async Task Triggers_ChangeOrDelete_AreRefused(string sql)
    {
        await AddAsync(Half(4, "attempt-1"));

        await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(uow => uow.ExecuteAsync(sql, null, default)));
    }

    private static SealedCheckRow Half(int version, string attempt) =>
        new() { Coi = A.Coi, Version = version, AttemptId = attempt, Sealed = [0, 255, 1], At = A.Moment };

    private Task AddAsync(SealedCheckRow half) => _database.WriteAsync(uow => SealedChecks.AddAsync(uow, half, default));
}

public sealed class SealedChecksOnSqlite(SqliteFixture fixture) : SealedChecksContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SealedChecksOnPostgres(PostgresFixture fixture) : SealedChecksContract(fixture), IClassFixture<PostgresFixture>;
