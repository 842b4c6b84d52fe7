using System.Data.Common;

namespace HemC101.Tracking.Storage.Tests;

public abstract class UnitOfWorkContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Dispose_WithoutCommit_LeavesNothing()
    {
        await using (var uow = await _database.BeginAsync(default))
        {
            await EventLedger.AppendAsync(uow, "chain", 0, A.Moment, [A.Entry()], default);
            Assert.Single(await EventLedger.ReadStreamAsync(uow, "chain", default));
        }

        Assert.Empty(await EventLedger.ReadStreamAsync(_database, "chain", default));
    }

    [StorageFact]
    public async Task Dispose_AfterAnException_LetsTheNextWriterIn()
    {
        await Assert.ThrowsAsync<FormatException>(() => _database.WriteAsync(Task<int> (_) => throw new FormatException()));

        Assert.Equal(new Appended.Ok(1), await _database.AppendAsync("chain", 0, A.Entry()));
    }

    [StorageFact]
    public async Task Dispose_Twice_LetsOnlyOneWriterIn()
    {
        var first = await _database.BeginAsync(default);
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await _database.BeginAsync(default);
        using var patience = new CancellationTokenSource();
        var third = _database.BeginAsync(patience.Token);

        Assert.False(third.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
    }

    [StorageFact]
    public async Task Write_AfterCommit_IsRefused()
    {
        await using var uow = await _database.BeginAsync(default);
        await uow.CommitAsync(default);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => EventLedger.AppendAsync(uow, "chain", 0, A.Moment, [A.Entry()], default));
    }

    [StorageFact]
    public async Task Commit_AfterAFailedStatement_IsRefusedAndLeavesNothing()
    {
        await using (var uow = await _database.BeginAsync(default))
        {
            await Assert.ThrowsAnyAsync<DbException>(
                () => EventLedger.AppendAsync(uow, "chain", 0, A.Moment, [A.Entry(), A.Entry(data: "no json")], default));

            await Assert.ThrowsAsync<InvalidOperationException>(() => uow.CommitAsync(default));
        }

        Assert.Equal(0, (await EventLedger.VerifyAsync(_database, default)).Rows);
    }

    [StorageFact]
    public async Task ReadSession_SomeoneCommitsMeanwhile_KeepsItsMoment()
    {
        await using var session = await _database.ReadAsync(default);
        Assert.Empty(await EventLedger.ReadStreamAsync(session, "chain", default));

        await _database.AppendAsync("chain", 0, A.Entry());

        Assert.Empty(await EventLedger.ReadStreamAsync(session, "chain", default));
        Assert.Single(await EventLedger.ReadStreamAsync(_database, "chain", default));
    }

    [StorageFact]
    public async Task Database_WriteThroughARead_IsRefused() =>
        await Assert.ThrowsAsync<DatabaseUnusableException>(
            () => _database.QueryAsync<string>("delete from stream_head returning stream", null, default));

    [StorageFact]
    public async Task Begin_ManyAtOnce_AllAreServedAndNobodySeesBusy()
    {
        var appended = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => _database.AppendAsync($"stream-{i}", 0, A.Entry()))));

        Assert.All(appended, one => Assert.Equal(new Appended.Ok(1), one));
        Assert.Equal(40, (await EventLedger.VerifyAsync(_database, default)).Rows);
    }
}

public sealed class UnitOfWorkOnSqlite(SqliteFixture fixture) : UnitOfWorkContract(fixture), IClassFixture<SqliteFixture>;

public sealed class UnitOfWorkOnPostgres(PostgresFixture fixture) : UnitOfWorkContract(fixture), IClassFixture<PostgresFixture>;
