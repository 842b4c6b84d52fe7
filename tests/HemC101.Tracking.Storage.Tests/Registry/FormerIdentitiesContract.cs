using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class FormerIdentitiesContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_IsListedOldestFirst_OfOneAndOfEverybody()
    {
        await AddAsync(A.Subject, 7, 9);
        await AddAsync(A.Subject, 7, 4);
        await AddAsync(SubjectNumber.Issue(1, 8), 8, 5);

        Assert.Equal([4, 9], (await FormerIdentities.ListAsync(_database, A.Subject, default)).Select(row => row.Version));
        var everybody = await FormerIdentities.ListAsync(_database, default);
        Assert.Equal([4, 9, 5], everybody.Select(row => row.Version));
        Assert.Equal([0, 255, 4], everybody[0].PersonalData);
        Assert.Equal((Digest.Of("former 4"u8), A.Moment), (everybody[0].PersonalDataHash, everybody[0].ReplacedAt));
    }

    [StorageFact]
    public async Task WhatWasTrue_IsNeitherChangedNorDeletedNorWrittenTwice()
    {
        await AddAsync(A.Subject, 7, 4);

        await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(A.Subject, 7, 4));
        await Assert.ThrowsAnyAsync<Exception>(() => _database.WriteAsync(uow => uow.ExecuteAsync("update former_identity set version = 5", null, default)));
        await Assert.ThrowsAnyAsync<Exception>(() => _database.WriteAsync(uow => uow.ExecuteAsync("delete from former_identity", null, default)));

        Assert.Equal(4, Assert.Single(await FormerIdentities.ListAsync(_database, default)).Version);
    }

    private async Task AddAsync(SubjectNumber subject, int key, int version)
    {
        if (await Participants.FindAsync(_database, subject, default) is null)
        {
            await _database.WriteAsync(uow => Participants.AddAsync(uow, A.Participant(subject, PatientKey.Issue("4600001", key)), default));
        }

        await _database.WriteAsync(async uow =>
        {
            var row = new FormerIdentityRow
            {
                SubjectNo = subject,
                Version = version,
                PersonalData = [0, 255, (byte)version],
                PersonalDataHash = Digest.Of("former 4"u8),
                ReplacedAt = A.Moment,
            };
            await FormerIdentities.AddAsync(uow, row, default);
            return 0;
        });
    }
}

public sealed class FormerIdentitiesOnSqlite(SqliteFixture fixture) : FormerIdentitiesContract(fixture), IClassFixture<SqliteFixture>;

public sealed class FormerIdentitiesOnPostgres(PostgresFixture fixture) : FormerIdentitiesContract(fixture), IClassFixture<PostgresFixture>;
