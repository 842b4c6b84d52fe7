using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests.Sqlite;

/// <summary>The writer remembers where streams end; each of these would have it remember what is not there.</summary>
public sealed class WriterMemoryTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private readonly DatabaseAddress _address = fixture.NewDatabase().Address;

    [Fact]
    public async Task Append_AnotherProgramHasAppendedSince_IsRefusedAndThenGoesOnFromThere()
    {
        await using var database = new Database(_address);
        await using (var other = new Database(_address))
        {
            Assert.Equal(new Appended.Ok(1), await database.AppendAsync("s", 0, A.Entry()));
            Assert.Equal(new Appended.Ok(2), await other.AppendAsync("s", 1, A.Entry()));
            Assert.Equal(new Appended.Ok(1), await other.AppendAsync("t", 0, A.Entry()));
        }

        Assert.Equal(new Appended.Conflict(2), await database.AppendAsync("s", 1, A.Entry()));
        Assert.Equal(new Appended.Ok(3), await database.AppendAsync("s", 2, A.Entry()));
        await HoldsAsync(database, 4);
    }

    [Fact]
    public async Task Find_AStreamThatAUnitBeforeAppendedTo_NeedsNoQuestion()
    {
        await using var database = new Database(_address);
        await database.AppendAsync("s", 0, A.Entry());
        await database.AppendAsync("t", 0, A.Entry());

        await using var uow = await database.BeginAsync(default);

        Assert.Equal((1L, 2L), (uow.FindKnownHead("s")!.Version, uow.FindKnownHead("s")!.Reached));
        Assert.Null(uow.FindKnownHead("u"));
        await uow.CommitAsync(default);
        Assert.Throws<InvalidOperationException>(() => uow.FindKnownHead("s"));
    }

    [Fact]
    public async Task Append_TheUnitBeforeWasTakenBack_GoesOnFromWhatIsKept()
    {
        await using var database = new Database(_address);
        await database.AppendAsync("s", 0, A.Entry());
        await using (var lost = await database.BeginAsync(default))
        {
            Assert.Equal(new Appended.Ok(2), await AppendAsync(lost, 1));
        }

        Assert.Equal(new Appended.Ok(2), await database.AppendAsync("s", 1, A.Entry()));
        await HoldsAsync(database, 2);
    }

    [Fact]
    public async Task Append_TheCommitBeforeWasCalledOff_GoesOnFromWhatIsKept()
    {
        await using var database = new Database(_address);
        await using (var lost = await database.BeginAsync(default))
        {
            await AppendAsync(lost, 0);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost.CommitAsync(new CancellationToken(canceled: true)));
        }

        Assert.Equal(new Appended.Ok(1), await database.AppendAsync("s", 0, A.Entry()));
        await HoldsAsync(database, 1);
    }

    [Fact]
    public async Task Read_OfAStreamKnownToTheEnd_HasWhatTheSameUnitAppended()
    {
        await using var database = new Database(_address);
        await database.AppendAsync("s", 0, A.Entry("First"));
        var known = await EndAsync(database);

        await using var uow = await database.BeginAsync(default);
        Assert.Empty((await EventLedger.ReadStreamAsync(uow, "s", known, default))!);
        await AppendAsync(uow, 1);

        Assert.Equal(2, Assert.Single((await EventLedger.ReadStreamAsync(uow, "s", known, default))!).Version);
    }

    [Fact]
    public async Task Read_OfAStreamThatSomebodyTamperedWith_IsRefusedThoughItsEndWasKnown()
    {
        await using var database = new Database(_address);
        await database.AppendAsync("s", 0, A.Entry());
        var known = await EndAsync(database);

        fixture.Tamper(database, $"update stream_head set hash = '{new string('0', 64)}' where stream = 's'");

        await using var uow = await database.BeginAsync(default);
        Assert.Null(await EventLedger.ReadStreamAsync(uow, "s", known, default));
    }

    [Fact]
    public void Learn_MoreThanAreKept_ForgetsButNeverMistakes()
    {
        var known = new WriterMemory();
        known.Begin(7);
        for (var n = 0; n < 2_500; n++)
        {
            known.Learn(Head($"s{n}", n));
        }

        Assert.Equal(Head("s2499", 2_499), known.FindHead("s2499"));
        Assert.Null(known.FindHead("s0"));
        known.Begin(7);
        Assert.NotNull(known.FindHead("s2499"));
        known.Begin(8);
        Assert.Null(known.FindHead("s2499"));
    }

    private static HeadAtOnce Head(string stream, long version) => new() { Stream = stream, Version = version, Hash = Digest.Zero.ToString(), Reached = version };

    private static Task<Appended> AppendAsync(UnitOfWork uow, int expected) =>
        EventLedger.AppendAsync(uow, "s", expected, A.Moment, [A.Entry()], default);

    private static async Task<Reached> EndAsync(Database database)
    {
        var last = (await EventLedger.ReadStreamAsync(database, "s", default))[^1];
        return new(last.Version, last.Hash);
    }

    private static async Task HoldsAsync(Database database, long rows)
    {
        var report = await EventLedger.VerifyAsync(database, default);
        Assert.Null(report.First);
        Assert.Equal(rows, report.Rows);
    }
}
