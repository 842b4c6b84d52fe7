using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Storage.Tests.Audit;

public abstract class TrailContract(IStorageFixture fixture)
{
    private static readonly TrailFilter All = new();

    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task List_NoFilter_IsEveryStreamNewestFirst()
    {
        await AppendAsync("chain/1", A.Moment, Entry("First"), Entry("Second"));
        await AppendAsync("study-settings", A.Moment.AddMinutes(1), Entry("Third"));

        Assert.Equal(["Third", "Second", "First"], await TypesAsync(All));
    }

    [StorageFact]
    public async Task List_EmptyLedger_IsEmpty()
    {
        Assert.Empty(await Trail.ListAsync(_database, All, null, 50, default));
        Assert.Null(await Trail.FindNewestAsync(_database, All, default));
        Assert.Null(await Trail.FindOldestAsync(_database, All, default));
        Assert.Equal(0, await Trail.LastPositionAsync(_database, default));
    }

    [StorageFact]
    public async Task List_EachFilter_LeavesOutTheRest_AndTogetherTheyNarrow()
    {
        await AppendAsync("chain/1", A.Moment, Entry("A", "p1", "Ward"), Entry("B", "p2", "Ward"), Entry("B", "p1", "Laboratory"));
        await AppendAsync("chain/2", A.Moment.AddHours(1), Entry("A", "p1", "Ward"));

        Assert.Equal([4], await PositionsAsync(new() { Stream = "chain/2" }));
        Assert.Equal([4, 3, 1], await PositionsAsync(new() { Actor = "p1" }));
        Assert.Equal([4, 2, 1], await PositionsAsync(new() { Station = "Ward" }));
        Assert.Equal([3, 2], await PositionsAsync(new() { Type = "B" }));
        Assert.Equal([1], await PositionsAsync(new() { Stream = "chain/1", Actor = "p1", Station = "Ward", Type = "A", From = A.Moment, Until = A.Moment.AddMinutes(1), UpTo = 4 }));
        Assert.Empty(await PositionsAsync(new() { Actor = "p2", Type = "A" }));
        Assert.Empty(await PositionsAsync(new() { Stream = "chain/1' or '1'='1" }));
    }

    [StorageFact]
    public async Task List_Instants_BeginInclusive_EndExclusive()
    {
        await AppendAsync("chain/1", A.Moment.AddMilliseconds(-1), Entry());
        await AppendAsync("chain/1", A.Moment, Entry());
        await AppendAsync("chain/1", A.Moment.AddDays(1).AddMilliseconds(-1), Entry());
        await AppendAsync("chain/1", A.Moment.AddDays(1), Entry());

        Assert.Equal([3, 2], await PositionsAsync(new() { From = A.Moment, Until = A.Moment.AddDays(1) }));
    }

    [StorageFact]
    public async Task List_ClockWentBack_IsByTheClock_AndNoEntryOfADayIsMissed()
    {
        await AppendAsync("chain/1", A.Moment.AddHours(2), Entry());
        await AppendAsync("chain/1", A.Moment, Entry());
        await AppendAsync("chain/1", A.Moment.AddHours(1), Entry());

        Assert.Equal([1, 3, 2], await PositionsAsync(All));
        Assert.Equal([1, 3], await PositionsAsync(new() { From = A.Moment.AddHours(1) }));
        Assert.Equal(2, (await Trail.FindOldestAsync(_database, All, default))!.Position);
        Assert.Equal(1, (await Trail.FindNewestAsync(_database, All, default))!.Position);
    }

    [StorageFact]
    public async Task List_PageByPage_GivesEachEntryOnce_AlsoOfOneMillisecond()
    {
        await AppendAsync("chain/1", A.Moment, [.. Enumerable.Range(0, 5).Select(_ => Entry())]);
        await AppendAsync("chain/2", A.Moment, Entry(), Entry());

        List<long> read = [];
        for (long? before = null; await Trail.ListAsync(_database, All, before, 3, default) is { Count: > 0 } page; before = page[^1].Position)
        {
            read.AddRange(page.Select(entry => entry.Position));
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], read);
    }

    [StorageFact]
    public async Task List_WrittenMeanwhile_IsNeitherOnTheNextPageNorBeforeTheEnd()
    {
        await AppendAsync("chain/1", A.Moment, Entry(), Entry(), Entry());
        var end = await Trail.LastPositionAsync(_database, default);
        await AppendAsync("chain/2", A.Moment, Entry());

        Assert.Equal(3, end);
        Assert.Equal([3, 2, 1], await PositionsAsync(new() { UpTo = end }));
        Assert.Equal([1], (await Trail.ListAsync(_database, All, 2, 50, default)).Select(entry => entry.Position));
    }

    [StorageTheory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1_000)]
    [InlineData(long.MaxValue)]
    public async Task List_BeforeAPlaceThatDoesNotExist_IsEmpty(long before)
    {
        await AppendAsync("chain/1", A.Moment, Entry());

        Assert.Empty(await Trail.ListAsync(_database, All, before, 50, default));
    }

    [StorageTheory]
    [InlineData("update ledger set actor = 'somebody else' where position = 2")]
    [InlineData("update ledger set hash = 'x' || substr(hash, 2) where position = 2")]
    public async Task List_EntryAltered_IsNeverShown(string tamper)
    {
        await AppendAsync("chain/1", A.Moment, Entry(), Entry(), Entry());
        fixture.Tamper(_database, tamper);

        await Assert.ThrowsAsync<DatabaseUnusableException>(() => Trail.ListAsync(_database, All, null, 50, default));
        Assert.Equal([3], (await Trail.ListAsync(_database, All, null, 1, default)).Select(entry => entry.Position));
    }

    private static NewEntry Entry(string type = "BagReceived", string actor = "A9999-00017", string station = "station-1") =>
        A.Entry(type) with { Actor = actor, Station = station };

    private Task AppendAsync(string stream, DateTimeOffset at, params NewEntry[] entries) => _database.WriteAsync(async uow =>
    {
        var version = (await EventLedger.ReadStreamAsync(uow, stream, default)).Count;
        Assert.IsType<Appended.Ok>(await EventLedger.AppendAsync(uow, stream, version, at, entries, default));
    });

    private async Task<IEnumerable<long>> PositionsAsync(TrailFilter filter) =>
        (await Trail.ListAsync(_database, filter, null, 50, default)).Select(entry => entry.Position);

    private async Task<IEnumerable<string>> TypesAsync(TrailFilter filter) =>
        (await Trail.ListAsync(_database, filter, null, 50, default)).Select(entry => entry.Type);
}

public sealed class TrailOnSqlite(SqliteFixture fixture) : TrailContract(fixture), IClassFixture<SqliteFixture>;

public sealed class TrailOnPostgres(PostgresFixture fixture) : TrailContract(fixture), IClassFixture<PostgresFixture>;
