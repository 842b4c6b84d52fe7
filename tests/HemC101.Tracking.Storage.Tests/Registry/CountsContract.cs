using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class CountsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task List_ByNumber_ShowsTheNewestFirst_AndNoOtherStream()
    {
        foreach (var number in new[] { 2, 10, 1 })
        {
            await _database.AppendAsync(Counts.StreamOf(number), 0, A.Entry("CountOpened"));
        }

        await _database.AppendAsync("counter/1", 0, A.Entry());

        Assert.Equal([10, 2, 1], await Counts.ListAsync(_database, 5, default));
        Assert.Equal([10, 2], await Counts.ListAsync(_database, 2, default));
    }
}

public sealed class CountsOnSqlite(SqliteFixture fixture) : CountsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class CountsOnPostgres(PostgresFixture fixture) : CountsContract(fixture), IClassFixture<PostgresFixture>;
