using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class SiteSecretsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_Again_KeepsTheFirst()
    {
        Assert.Null(await SiteSecrets.FindAsync(_database, "one", default));

        Assert.True(await AddAsync("one", [1, 2, 3]));
        Assert.False(await AddAsync("one", [9]));

        Assert.Equal([1, 2, 3], await SiteSecrets.FindAsync(_database, "one", default));
        Assert.Null(await SiteSecrets.FindAsync(_database, "other", default));
    }

    private Task<bool> AddAsync(string name, byte[] secret) =>
        _database.WriteAsync(uow => SiteSecrets.AddAsync(uow, name, secret, A.Moment, default));
}

public sealed class SiteSecretsOnSqlite(SqliteFixture fixture) : SiteSecretsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SiteSecretsOnPostgres(PostgresFixture fixture) : SiteSecretsContract(fixture), IClassFixture<PostgresFixture>;
