using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class ParticipantsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_NewParticipant_IsFoundByNumberAndByKey()
    {
        Assert.True(await AddAsync(A.Participant()));

        var found = await Participants.FindAsync(_database, A.Subject, default);
        Assert.Equal([0, 255, 1], found!.PersonalData);
        Assert.Equal(found with { PersonalData = [] }, A.Participant() with { PersonalData = [] }, SameButData);
        Assert.Equal(A.Subject, (await Participants.FindByPatientKeyAsync(_database, A.Key, default))!.SubjectNo);
    }

    [StorageFact]
    public async Task Add_SubjectNumberOrKeyTaken_AnswersFalse()
    {
        await AddAsync(A.Participant());

        Assert.False(await AddAsync(A.Participant(key: PatientKey.Issue("4600001", 8))));
        Assert.False(await AddAsync(A.Participant(SubjectNumber.Issue(1, 8))));
        Assert.Equal(1, await Participants.CountAsync(_database, default));
    }

    [StorageFact]
    public async Task ListSamePerson_NamesakeWithTheSameBirthDate_ListsBoth()
    {
        await AddAsync(A.Participant());
        await AddAsync(A.Participant(SubjectNumber.Issue(1, 8), PatientKey.Issue("4600001", 8)));
        await AddAsync(A.Participant(SubjectNumber.Issue(1, 9), PatientKey.Issue("4600001", 9), person: "digest-2"));

        var same = await Participants.ListSamePersonAsync(_database, "digest-1", default);

        Assert.Equal([SubjectNumber.Issue(1, 7), SubjectNumber.Issue(1, 8)], same.Select(one => one.SubjectNo));
        Assert.Equal(3, (await Participants.ListAsync(_database, default)).Count);
    }

    [StorageFact]
    public async Task ReplacePersonalData_KnownParticipant_IsReplaced()
    {
        await AddAsync(A.Participant());
        var hash = Digest.Of("corrected"u8);

        Assert.True(await _database.WriteAsync(
            uow => Participants.ReplacePersonalDataAsync(uow, A.Subject, [9], hash, "digest-3", default)));
        Assert.False(await _database.WriteAsync(
            uow => Participants.ReplacePersonalDataAsync(uow, SubjectNumber.Issue(1, 8), [9], hash, "digest-3", default)));

        Assert.Equal(hash, (await Participants.FindAsync(_database, A.Subject, default))!.PersonalDataHash);
    }

    private static bool SameButData(ParticipantRow one, ParticipantRow other) =>
        one with { PersonalData = other.PersonalData } == other;

    private Task<bool> AddAsync(ParticipantRow participant) =>
        _database.WriteAsync(uow => Participants.AddAsync(uow, participant, default));
}

public sealed class ParticipantsOnSqlite(SqliteFixture fixture) : ParticipantsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class ParticipantsOnPostgres(PostgresFixture fixture) : ParticipantsContract(fixture), IClassFixture<PostgresFixture>;
