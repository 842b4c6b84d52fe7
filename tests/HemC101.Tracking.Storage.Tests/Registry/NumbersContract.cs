using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class NumbersContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Next_TwoNames_CountForThemselves()
    {
        Assert.Equal(1, await NextAsync("coi/26"));
        Assert.Equal(2, await NextAsync("coi/26"));
        Assert.Equal(1, await NextAsync("coi/27"));
    }

    [StorageFact]
    public async Task Next_ManyAtOnce_EachNumberIsGivenOnce()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => NextAsync("print"))));

        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), numbers.Order());
    }

    [StorageFact]
    public async Task Next_RolledBack_IsGivenAgain()
    {
        await using (var uow = await _database.BeginAsync(default))
        {
            Assert.Equal(1, await Numbers.NextAsync(uow, "coi/26", default));
        }

        Assert.Equal(1, await NextAsync("coi/26"));
    }

    [StorageTheory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Next_NoName_IsMisuse(string name) => await Assert.ThrowsAsync<ArgumentException>(() => NextAsync(name));

    private Task<long> NextAsync(string name) => _database.WriteAsync(uow => Numbers.NextAsync(uow, name, default));
}

public sealed class NumbersOnSqlite(SqliteFixture fixture) : NumbersContract(fixture), IClassFixture<SqliteFixture>;

public sealed class NumbersOnPostgres(PostgresFixture fixture) : NumbersContract(fixture), IClassFixture<PostgresFixture>;
