using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class FreeTextsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_NewText_IsFoundByItsIdAndInItsStream()
    {
        Assert.True(await AddAsync("one", "chain/A"));
        Assert.True(await AddAsync("two", "chain/B"));

        var found = await FreeTexts.FindAsync(_database, Id("one"), default);
        Assert.Equal(("chain/A", A.Moment), (found!.Stream, found.CreatedAt));
        Assert.Equal([0, 255, 1], found.Sealed);
        Assert.Equal([Id("one")], await FreeTexts.ListIdsAsync(_database, "chain/A", default));
        Assert.Equal(2, (await FreeTexts.ListAsync(_database, default)).Count);
        Assert.Null(await FreeTexts.FindAsync(_database, Id("three"), default));
    }

    [StorageFact]
    public async Task Add_TheSameId_KeepsTheFirst()
    {
        await AddAsync("one", "chain/A");

        Assert.False(await AddAsync("one", "chain/B"));

        Assert.Equal("chain/A", (await FreeTexts.FindAsync(_database, Id("one"), default))!.Stream);
    }

    private static TextId Id(string words) => TextId.Of(Digest.Of(System.Text.Encoding.UTF8.GetBytes(words)));

    private Task<bool> AddAsync(string words, string stream) => _database.WriteAsync(uow => FreeTexts.AddAsync(
        uow, new FreeTextRow { TextId = Id(words), Stream = stream, Sealed = [0, 255, 1], CreatedAt = A.Moment }, default));
}

public sealed class FreeTextsOnSqlite(SqliteFixture fixture) : FreeTextsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class FreeTextsOnPostgres(PostgresFixture fixture) : FreeTextsContract(fixture), IClassFixture<PostgresFixture>;
