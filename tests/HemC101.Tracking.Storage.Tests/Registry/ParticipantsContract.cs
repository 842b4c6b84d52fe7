using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Chains;
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
    public async Task HasNamesake_AnotherOfTheSurname_WhoseCourseGoesOn_IsOne()
    {
        await EnrolAsync(7, "surname-1");
        await EnrolAsync(8, "surname-1");
        await EnrolAsync(9, "surname-2");
        await EnrolAsync(10, null);
        await EnrolAsync(11, null);

        Assert.True(await HasNamesakeAsync(7));
        Assert.True(await HasNamesakeAsync(8));
        Assert.False(await HasNamesakeAsync(9));
        Assert.False(await HasNamesakeAsync(10));
        await EndAsync(8);
        Assert.False(await HasNamesakeAsync(7));
        Assert.True(await HasNamesakeAsync(8));
    }

    [StorageFact]
    public async Task MarkSurname_IsDoneOnce()
    {
        await EnrolAsync(7, null);

        Assert.True(await _database.WriteAsync(uow => Participants.MarkSurnameAsync(uow, A.Subject, "surname-1", default)));
        Assert.False(await _database.WriteAsync(uow => Participants.MarkSurnameAsync(uow, A.Subject, "surname-2", default)));

        Assert.Equal("surname-1", (await Participants.FindAsync(_database, A.Subject, default))!.SurnameDigest);
    }

    [StorageFact]
    public async Task ReplacePersonalData_KnownParticipant_IsReplaced()
    {
        await AddAsync(A.Participant());
        var hash = Digest.Of("corrected"u8);

        Assert.True(await _database.WriteAsync(
            uow => Participants.ReplacePersonalDataAsync(uow, A.Subject, [9], hash, "digest-3", null, default)));
        Assert.False(await _database.WriteAsync(
            uow => Participants.ReplacePersonalDataAsync(uow, SubjectNumber.Issue(1, 8), [9], hash, "digest-3", null, default)));

        Assert.Equal(hash, (await Participants.FindAsync(_database, A.Subject, default))!.PersonalDataHash);
    }

    private static bool SameButData(ParticipantRow one, ParticipantRow other) =>
        one with { PersonalData = other.PersonalData } == other;

    private Task<bool> HasNamesakeAsync(int number) => Participants.HasNamesakeAsync(_database, SubjectNumber.Issue(1, number), default);

    private async Task EnrolAsync(int number, string? surname)
    {
        var (subject, key) = (SubjectNumber.Issue(1, number), PatientKey.Issue("4600001", number));
        await AddAsync(A.Participant(subject, key) with { SurnameDigest = surname });
        await AppendAsync(number, null, new ChainOpened(CoiOf(number), subject, key, new('0', 64), new(2026, 3, 1), "1.0", 45, true, "ALL", 70));
    }

    private async Task EndAsync(int number) =>
        await AppendAsync(number, ChainState.Fold(await ChainStreams.HistoryAsync(_database, CoiOf(number), default)), new ChainDiscontinued("withdrawn"));

    private Task<ChainState?> AppendAsync(int number, ChainState? before, ChainEvent what) => _database.WriteAsync(uow => ChainStreams.AppendAsync(
        uow, CoiOf(number), before, [what], new(StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1), "test", A.Moment, A.Moment, "enrol", [], [], "test"), default));

    private static CoiId CoiOf(int number) => CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, number);

    private Task<bool> AddAsync(ParticipantRow participant) =>
        _database.WriteAsync(uow => Participants.AddAsync(uow, participant, default));
}

public sealed class ParticipantsOnSqlite(SqliteFixture fixture) : ParticipantsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class ParticipantsOnPostgres(PostgresFixture fixture) : ParticipantsContract(fixture), IClassFixture<PostgresFixture>;
