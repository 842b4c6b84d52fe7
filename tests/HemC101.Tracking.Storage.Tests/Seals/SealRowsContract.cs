using System.Data.Common;
using System.Security.Cryptography;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Storage.Tests.Seals;

public abstract class SealRowsContract(IStorageFixture fixture) : IDisposable
{
    private readonly Database _database = fixture.NewDatabase();
    private readonly SealPublicKey _key = NewKey();

    public void Dispose() => _key.Dispose();

    [StorageFact]
    public async Task Add_Two_AreListedInTheirOrderWithTheirKeyOnce()
    {
        await AddAsync(3);
        await AddAsync(5);

        Assert.Equal([3L, 5L], (await SealRows.ListAsync(_database, default)).Select(seal => seal.Entries));
        Assert.Equal([5L], (await SealRows.ListLastAsync(_database, 1, default)).Select(seal => seal.Entries));
        Assert.Equal(new byte[] { 1, 2, 255 }, (await SealRows.FindLastAsync(_database, default))!.Signature);
        Assert.Equal([_key.Pem], await SealRows.ListKeysAsync(_database, default));
    }

    [StorageTheory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Add_NoMoreThanTheLast_IsRefused(long entries)
    {
        await AddAsync(5);

        await Assert.ThrowsAnyAsync<DbException>(() => AddAsync(entries));

        Assert.Single(await SealRows.ListAsync(_database, default));
    }

    [StorageTheory]
    [InlineData("update seal set text = ''")]
    [InlineData("delete from seal")]
    [InlineData("update seal_key set public_key = ''")]
    [InlineData("delete from seal_key")]
    public async Task Triggers_ChangeOrDelete_AreRefused(string sql)
    {
        await AddAsync(5);

        await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(uow => uow.ExecuteAsync(sql, null, default)));
    }

    private static SealPublicKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SealPublicKey.TryParse(key.ExportSubjectPublicKeyInfoPem())!;
    }

    private Task AddAsync(long entries) =>
        _database.WriteAsync(uow => SealRows.AddAsync(uow, new Seal(entries, "text", [1, 2, 255]), _key, A.Moment, default));
}

public sealed class SealRowsOnSqlite(SqliteFixture fixture) : SealRowsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class SealRowsOnPostgres(PostgresFixture fixture) : SealRowsContract(fixture), IClassFixture<PostgresFixture>;
