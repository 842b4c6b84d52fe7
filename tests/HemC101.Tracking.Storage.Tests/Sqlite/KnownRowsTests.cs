using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Sqlite;

/// <summary>The writer remembers rows that every step reads; each of these would have it remember what is not there.</summary>
public sealed class KnownRowsTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly byte[] New = [7, 7, 7];

    private readonly DatabaseAddress _address = fixture.NewDatabase().Address;

    [Fact]
    public async Task Find_WhatAUnitBeforeHasRead_NeedsNoQuestion()
    {
        await using var database = await EnrolledAsync();

        await using var uow = await database.BeginAsync(default);

        var known = Assert.IsType<ParticipantRow>(uow.FindKnownRow($"participant/{A.Subject}"));
        Assert.Same(known, await Participants.FindAsync(uow, A.Subject, default));
        Assert.Equal(A.Participant().PersonalData, known.PersonalData);
        Assert.Null(uow.FindKnownRow("participant/other"));
        await uow.CommitAsync(default);
        Assert.Throws<InvalidOperationException>(() => uow.FindKnownRow("participant/other"));
    }

    [Fact]
    public async Task Find_TheSameUnitHasWritten_SeesWhatItWrote()
    {
        await using var database = await EnrolledAsync();

        await using var uow = await database.BeginAsync(default);
        Assert.True(await ReplaceAsync(uow));
        Assert.Equal(New, (await Participants.FindAsync(uow, A.Subject, default))!.PersonalData);
        Assert.True(await Participants.MarkSurnameAsync(uow, A.Subject, "surname", default));

        Assert.Equal("surname", (await Participants.FindAsync(uow, A.Subject, default))!.SurnameDigest);
    }

    [Fact]
    public async Task Find_AUnitHasWritten_TheNextOneSeesIt()
    {
        await using var database = await EnrolledAsync();

        await database.WriteAsync(ReplaceAsync);

        Assert.Equal(New, await DataAsync(database));
    }

    [Fact]
    public async Task Find_WhoWroteAndReadWasTakenBack_SeesWhatIsKept()
    {
        await using var database = await EnrolledAsync();
        await using (var lost = await database.BeginAsync(default))
        {
            await ReplaceAsync(lost);
            Assert.Equal(New, (await Participants.FindAsync(lost, A.Subject, default))!.PersonalData);
        }

        Assert.Equal(A.Participant().PersonalData, await DataAsync(database));
    }

    [Fact]
    public async Task Find_AnotherProgramHasWritten_SeesIt()
    {
        await using var database = await EnrolledAsync();

        await using (var other = new Database(_address))
        {
            await other.WriteAsync(ReplaceAsync);
        }

        Assert.Equal(New, await DataAsync(database));
    }

    [Fact]
    public async Task Find_TheRowIsGone_IsNotAnsweredFromMemory()
    {
        await using var database = await EnrolledAsync();

        fixture.Tamper(database, "delete from participant");

        await using var uow = await database.BeginAsync(default);
        Assert.Null(await Participants.FindAsync(uow, A.Subject, default));
    }

    [Fact]
    public async Task Find_ASecretThatWasMissedAndThenMade_IsFound()
    {
        await using var database = new Database(_address);
        await using var uow = await database.BeginAsync(default);
        Assert.Null(await SiteSecrets.FindAsync(uow, "one", default));
        await SiteSecrets.AddAsync(uow, "one", New, A.Moment, default);

        Assert.Equal(New, await SiteSecrets.FindAsync(uow, "one", default));
        Assert.Same(await SiteSecrets.FindAsync(uow, "one", default), uow.FindKnownRow("site_secret/one"));
    }

    [Fact]
    public void Learn_MoreThanAreKept_ForgetsButNeverMistakes()
    {
        var memory = new WriterMemory();
        memory.Begin(7);
        for (var n = 0; n < 1_000; n++)
        {
            memory.Learn($"row/{n}", n);
        }

        Assert.Equal(999, memory.FindRow("row/999"));
        Assert.Null(memory.FindRow("row/0"));
        memory.Begin(8);
        Assert.Null(memory.FindRow("row/999"));
    }

    private async Task<Database> EnrolledAsync()
    {
        var database = new Database(_address);
        await database.WriteAsync(async uow =>
        {
            await Participants.AddAsync(uow, A.Participant(), default);
            await Participants.FindAsync(uow, A.Subject, default);
        });
        return database;
    }

    private static Task<bool> ReplaceAsync(UnitOfWork uow) =>
        Participants.ReplacePersonalDataAsync(uow, A.Subject, New, Digest.Of(New), "digest-2", null, default);

    private static Task<byte[]> DataAsync(Database database) =>
        database.WriteAsync(async uow => (await Participants.FindAsync(uow, A.Subject, default))!.PersonalData);
}
