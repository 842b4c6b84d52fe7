using System.Data.Common;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>
/// Units of work that share a commit. As long as the first of them is under way the others line up; the batch here is open as long as
/// anybody waits, so that they surely share it.
/// </summary>
public sealed class GroupCommitTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly WriterLimits OneBatch = new() { LongestBatch = TimeSpan.FromHours(1) };

    private readonly DatabaseAddress _address = fixture.NewDatabase().Address;

    [Fact]
    public async Task Commit_OthersAreInLine_AnswersNobodyBeforeTheCommitOfAll()
    {
        await using var database = new Database(_address, OneBatch);
        await using var first = await database.BeginAsync(default);
        var second = database.BeginAsync(default);
        await AppendAsync(first, "first");

        var firstDone = first.CommitAsync(default);
        await using var unit = await second;
        await AppendAsync(unit, "second");
        Assert.False(firstDone.IsCompleted);
        Assert.Empty(await EventLedger.ReadAfterAsync(database, 0, 10, default));
        await unit.CommitAsync(default);
        await firstDone;

        Assert.Equal(["first", "second"], (await EventLedger.ReadAfterAsync(database, 0, 10, default)).Select(entry => entry.Stream));
    }

    [Fact]
    public async Task Batch_OneFailsInBetween_TheOthersAreKept()
    {
        await using var database = new Database(_address, OneBatch);
        var (release, line) = await LineUpAsync(
            database,
            uow => AppendAsync(uow, "a"),
            async uow =>
            {
                await AppendAsync(uow, "lost");
                throw new FormatException();
            },
            uow => AppendAsync(uow, "b"),
            uow => uow.ExecuteAsync("insert into nowhere values (1)", null, default),
            uow => AppendAsync(uow, "c"));

        await release();

        await line[0];
        await Assert.ThrowsAsync<FormatException>(() => line[1]);
        await line[2];
        await Assert.ThrowsAnyAsync<DbException>(() => line[3]);
        await line[4];
        Assert.Equal(["a", "b", "c"], (await EventLedger.ReadAfterAsync(database, 0, 10, default)).Select(entry => entry.Stream));
        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
    }

    [Fact]
    public async Task Batch_OneFailsInBetween_TheStreamItAppendedToGoesOnFromWhatIsKept()
    {
        await using var database = new Database(_address, OneBatch);
        await database.AppendAsync("s", 0, A.Entry());
        var (release, line) = await LineUpAsync(
            database,
            async uow => Assert.Equal(new Appended.Ok(2), await AppendAsync(uow, "s", 1)),
            async uow =>
            {
                Assert.Equal(new Appended.Ok(3), await AppendAsync(uow, "s", 2));
                throw new FormatException();
            },
            async uow => Assert.Equal(new Appended.Ok(3), await AppendAsync(uow, "s", 2)));

        await release();

        await line[0];
        await Assert.ThrowsAsync<FormatException>(() => line[1]);
        await line[2];
        var report = await EventLedger.VerifyAsync(database, default);
        Assert.Equal((3L, null), (report.Rows, report.First));
    }

    [Fact]
    public async Task Batch_TheCommitFails_TheStreamsItAppendedToGoOnFromWhatIsKept()
    {
        await using var database = new Database(_address, OneBatch);
        await database.AppendAsync("s", 0, A.Entry());
        var (release, line) = await LineUpAsync(database, uow => AppendAsync(uow, "s", 1), LeaveAnOrphanAsync);

        await release();

        await Assert.ThrowsAnyAsync<DbException>(() => line[0]);
        await Assert.ThrowsAnyAsync<DbException>(() => line[1]);
        Assert.Equal(new Appended.Ok(2), await database.AppendAsync("s", 1, A.Entry()));
        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
    }

    [Fact]
    public async Task Batch_TheCommitFails_EverybodyLearnsItAndNothingIsKept()
    {
        await using var database = new Database(_address, OneBatch);
        var (release, line) = await LineUpAsync(
            database, uow => AppendAsync(uow, "a"), LeaveAnOrphanAsync, uow => AppendAsync(uow, "b"));

        await release();

        foreach (var one in line)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => one);
        }

        Assert.Equal(0, (await EventLedger.VerifyAsync(database, default)).Rows);
        Assert.Equal(new Appended.Ok(1), await database.AppendAsync("a", 0, A.Entry()));
    }

    [Fact]
    public async Task Batch_SqliteTakesEverythingBack_ThoseBeforeLearnItAndThoseAfterAreKept()
    {
        await using var database = new Database(_address, OneBatch);
        var (release, line) = await LineUpAsync(
            database,
            uow => AppendAsync(uow, "a"),
            uow => uow.ExecuteAsync("insert or rollback into ledger_head (one, position) values (1, 9)", null, default),
            uow => AppendAsync(uow, "b"));

        await release();

        Assert.Contains("Nothing was recorded", (await Assert.ThrowsAsync<DatabaseUnusableException>(() => line[0])).Text.En, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<DbException>(() => line[1]);
        await line[2];
        Assert.Equal(["b"], (await EventLedger.ReadAfterAsync(database, 0, 10, default)).Select(entry => entry.Stream));
    }

    [Fact]
    public async Task Refusal_RestsOnWhatIsNotDurableYet_IsNotGivenWhenThatIsLost()
    {
        await using var database = new Database(_address, OneBatch);
        var seen = 0;
        var (release, line) = await LineUpAsync(
            database,
            uow => AppendAsync(uow, "a"),
            async uow => seen = (await EventLedger.ReadStreamAsync(uow, "a", default)).Count,
            LeaveAnOrphanAsync);
        var refused = RefuseAsync(database);

        await release();

        await Assert.ThrowsAnyAsync<DbException>(() => line[1]);
        await Assert.ThrowsAnyAsync<DbException>(() => refused);
        Assert.Equal(1, seen);

        async Task RefuseAsync(Database from)
        {
            await using var uow = await from.BeginAsync(default);
            Assert.Single(await EventLedger.ReadStreamAsync(uow, "a", default));
        }
    }

    [Fact]
    public async Task Cancellation_InTheMiddle_LosesThatOneAlone()
    {
        await using var database = new Database(_address, OneBatch);
        using var patience = new CancellationTokenSource();
        var (release, line) = await LineUpAsync(
            database,
            uow => AppendAsync(uow, "a"),
            async uow =>
            {
                await AppendAsync(uow, "lost");
                await patience.CancelAsync();
                await EventLedger.AppendAsync(uow, "lost", 1, A.Moment, [A.Entry()], patience.Token);
            },
            uow => AppendAsync(uow, "b"));

        await release();

        await line[0];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line[1]);
        await line[2];
        Assert.Equal(["a", "b"], (await EventLedger.ReadAfterAsync(database, 0, 10, default)).Select(entry => entry.Stream));
    }

    [Fact]
    public async Task Cancellation_InLine_LetsTheNextUp()
    {
        await using var database = new Database(_address, OneBatch);
        using var patience = new CancellationTokenSource();
        var holder = await database.BeginAsync(default);
        var gone = database.BeginAsync(patience.Token);
        var next = database.BeginAsync(default);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await holder.DisposeAsync();

        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Cancellation_AfterTheCommitWasAskedFor_ChangesNothing()
    {
        await using var database = new Database(_address, OneBatch);
        using var patience = new CancellationTokenSource();
        await using var first = await database.BeginAsync(default);
        var next = database.BeginAsync(default);
        await AppendAsync(first, "a");

        var committed = first.CommitAsync(patience.Token);
        await patience.CancelAsync();
        await (await next).DisposeAsync();
        await committed;

        Assert.Single(await EventLedger.ReadStreamAsync(database, "a", default));
    }

    [Fact]
    public async Task Line_IsFull_TurnsTheNextAwayAtOnce_AndServesThoseInIt()
    {
        await using var database = new Database(_address, OneBatch with { LongestLine = 2 });
        var (release, line) = await LineUpAsync(database, uow => AppendAsync(uow, "a"), uow => AppendAsync(uow, "b"));

        var refused = await Assert.ThrowsAsync<DatabaseBusyException>(() => database.AppendAsync("c", 0, A.Entry()));
        await release();

        Assert.Contains("Ничего не записано", refused.Text.Ru, StringComparison.Ordinal);
        await Task.WhenAll(line);
        Assert.Equal(2, (await EventLedger.VerifyAsync(database, default)).Rows);
    }

    [Fact]
    public async Task Line_NobodyMovesUp_IsLeftAfterAWhile()
    {
        await using var database = new Database(_address, OneBatch with { Patience = TimeSpan.FromMilliseconds(20) });
        await using var holder = await database.BeginAsync(default);

        await Assert.ThrowsAsync<DatabaseBusyException>(() => database.BeginAsync(default));

        await holder.DisposeAsync();
        Assert.Equal(new Appended.Ok(1), await database.AppendAsync("a", 0, A.Entry()));
    }

    [Fact]
    public async Task Dispose_LetsThoseInLineFinish_AndTakesNobodyElse()
    {
        var database = new Database(_address, OneBatch);
        var (release, line) = await LineUpAsync(database, uow => AppendAsync(uow, "a"), uow => AppendAsync(uow, "b"));

        var closed = database.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<DatabaseBusyException>(() => database.AppendAsync("late", 0, A.Entry()));
        Assert.False(closed.IsCompleted);
        await release();

        await Task.WhenAll(line);
        await closed;
        await using var after = new Database(_address);
        Assert.Equal(["a", "b"], (await EventLedger.ReadAfterAsync(after, 0, 10, default)).Select(entry => entry.Stream));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Crowd_SomeFailing_KeepsExactlyWhatItAnsweredFor(int largestBatch)
    {
        await using var database = new Database(_address, new WriterLimits { LargestBatch = largestBatch });

        var kept = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => TryAsync(database, i))));

        var there = (await EventLedger.ReadAfterAsync(database, 0, 1000, default)).Select(entry => entry.Stream).ToHashSet();
        Assert.Equal(kept.OfType<string>().Order(), there.Order());
        Assert.Equal(200, there.Count);
        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Crowd_SomeGivingUpAtAnyMoment_KeepsExactlyWhatItAnsweredFor_AndServesTheNext(int largestBatch)
    {
        await using var database = new Database(_address, new WriterLimits { LargestBatch = largestBatch });
        var random = new Random(largestBatch);
        var patience = Enumerable.Range(0, 400).Select(i =>
            i == 1 ? TimeSpan.Zero : i % 2 == 1 ? TimeSpan.FromMicroseconds(random.Next(0, 40_000)) : Timeout.InfiniteTimeSpan).ToList();

        var kept = await Task.WhenAll(patience.Select((patience, i) => Task.Run(() => TryAsync(database, i, patience))));

        var there = (await EventLedger.ReadAfterAsync(database, 0, 1000, default)).Select(entry => entry.Stream).ToHashSet();
        Assert.Equal(kept.OfType<string>().Order(), there.Order());
        Assert.InRange(there.Count, 200, 399);
        Assert.Equal(new Appended.Ok(1), await database.AppendAsync("next", 0, A.Entry()));
        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
    }

    /// <returns>Null for who gave up.</returns>
    private static async Task<string?> TryAsync(Database database, int i, TimeSpan patience)
    {
        var stream = $"stream-{i:D3}";
        using var given = new CancellationTokenSource(patience);
        try
        {
            await using var uow = await database.BeginAsync(given.Token);
            await EventLedger.AppendAsync(uow, stream, 0, A.Moment, [A.Entry()], given.Token);
            await uow.CommitAsync(given.Token);
            return stream;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<string?> TryAsync(Database database, int i)
    {
        var stream = $"stream-{i:D3}";
        await using var uow = await database.BeginAsync(default);
        await AppendAsync(uow, stream);
        await Task.Yield();
        if (i % 3 == 0)
        {
            return null;
        }

        await uow.CommitAsync(default);
        return stream;
    }

    /// <summary>Allowed until the commit, which then fails.</summary>
    private static async Task LeaveAnOrphanAsync(UnitOfWork uow)
    {
        await uow.ExecuteAsync("pragma defer_foreign_keys = on", null, default);
        await uow.ExecuteAsync("insert into collection (donation, coi, state) values ('d', 'nobody', 'Planned')", null, default);
    }

    private static Task<Appended> AppendAsync(UnitOfWork uow, string stream, int expected = 0) =>
        EventLedger.AppendAsync(uow, stream, expected, A.Moment, [A.Entry()], default);

    /// <returns>What lets the first up, and the units in line, none of them begun.</returns>
    private static async Task<(Func<Task> Release, IReadOnlyList<Task> Line)> LineUpAsync(Database database, params Func<UnitOfWork, Task>[] writes)
    {
        var holder = await database.BeginAsync(default);
        Task[] line = [.. writes.Select(write => database.WriteAsync(write))];
        return (() => holder.DisposeAsync().AsTask(), line);
    }
}
