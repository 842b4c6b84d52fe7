using System.Data.Common;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class BandsContract(IStorageFixture fixture) : IAsyncLifetime
{
    private readonly Database _database = fixture.NewDatabase();

    public Task InitializeAsync() => _database.WriteAsync(async uow =>
    {
        await Participants.AddAsync(uow, A.Participant(), default);
        await LabelPrints.AddAsync(uow, A.Print(1), default);
        await Bands.AddAsync(uow, Band(1), default);
        await Bands.AddAsync(uow, Band(2), default);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [StorageFact]
    public async Task Bind_NewInstance_RevokesTheOld()
    {
        Assert.True(await BindAsync(1));
        Assert.True(await BindAsync(2));

        var bands = await Bands.ListAsync(_database, A.Subject, default);
        Assert.Equal([BandState.Revoked, BandState.Bound], bands.Select(band => band.State));
        Assert.Equal(2, (await Bands.FindBoundAsync(_database, A.Subject, default))!.Instance);
    }

    [StorageFact]
    public async Task Bind_RevokedBand_IsRefusedAndTheBoundOneStays()
    {
        await BindAsync(1);
        await BindAsync(2);

        Assert.False(await BindAsync(1));

        Assert.Equal(2, (await Bands.FindBoundAsync(_database, A.Subject, default))!.Instance);
    }

    [StorageFact]
    public async Task Bind_UnknownInstance_RevokesNothing()
    {
        await BindAsync(1);

        Assert.False(await BindAsync(3));

        Assert.Equal(1, (await Bands.FindBoundAsync(_database, A.Subject, default))!.Instance);
    }

    [StorageFact]
    public async Task Revoke_Twice_SecondAnswersFalse()
    {
        await BindAsync(1);

        Assert.True(await _database.WriteAsync(uow => Bands.RevokeAsync(uow, A.Key, 1, A.Moment, default)));
        Assert.False(await _database.WriteAsync(uow => Bands.RevokeAsync(uow, A.Key, 1, A.Moment, default)));
        Assert.Null(await Bands.FindBoundAsync(_database, A.Subject, default));
    }

    [StorageFact]
    public async Task Add_SameInstance_AnswersFalse() =>
        Assert.False(await _database.WriteAsync(uow => Bands.AddAsync(uow, Band(2), default)));

    [StorageFact]
    public async Task Add_ParticipantUnknown_IsRefused() =>
        await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(
            uow => Bands.AddAsync(uow, Band(3) with { SubjectNo = SubjectNumber.Issue(1, 99) }, default)));

    [StorageFact]
    public async Task NextInstance_CountsRevokedOnes()
    {
        Assert.Equal(3, await _database.WriteAsync(uow => Bands.NextInstanceAsync(uow, A.Key, default)));
        Assert.Equal(1, await _database.WriteAsync(uow => Bands.NextInstanceAsync(uow, PatientKey.Issue("4600001", 8), default)));
    }

    private static BandRow Band(int instance) => new()
    {
        PatientKey = A.Key,
        Instance = instance,
        SubjectNo = A.Subject,
        PrintSerial = PrintSerial.Issue(1),
        State = BandState.Printed,
        ChangedAt = A.Moment,
    };

    private Task<bool> BindAsync(int instance) =>
        _database.WriteAsync(uow => Bands.BindAsync(uow, A.Key, instance, A.Moment, default));
}

public sealed class BandsOnSqlite(SqliteFixture fixture) : BandsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class BandsOnPostgres(PostgresFixture fixture) : BandsContract(fixture), IClassFixture<PostgresFixture>;
