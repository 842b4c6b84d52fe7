using System.Data.Common;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>What can go wrong only where others write at the same time.</summary>
public sealed class PostgresLedgerTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private const string Finished =
        "insert into finished_attempt (attempt_id, stream, version, at) values ('attempt', 's', 1, '2026-03-01T09:30:15.123Z')";

    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Append_SecondWriter_WaitsAndPositionsFollowTheCommits()
    {
        await using var first = await _database.BeginAsync(default);
        await EventLedger.AppendAsync(first, "a", 0, A.Moment, [A.Entry()], default);

        var second = Task.Run(() => _database.AppendAsync("b", 0, A.Entry()));
        await WaitingAsync();
        Assert.Empty(await EventLedger.ReadAfterAsync(_database, 0, 10, default));
        await first.CommitAsync(default);

        Assert.Equal(new Appended.Ok(1), await second);
        Assert.Equal(["a", "b"], (await EventLedger.ReadAfterAsync(_database, 0, 10, default)).Select(entry => entry.Stream));
    }

    [StorageFact]
    public async Task ReadAfter_WhileManyWrite_NeverSkipsAnEntryThatComesLater()
    {
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(writer))));
        List<long> seen = [];
        while (!writers.IsCompleted || seen.Count < 160)
        {
            seen.AddRange((await EventLedger.ReadAfterAsync(_database, seen.LastOrDefault(), 1000, default)).Select(entry => entry.Position));
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(position => (long)position), seen);
        }

        await writers;
        Assert.Null((await EventLedger.VerifyAsync(_database, default)).First);
    }

    [StorageFact]
    public async Task Append_StreamThatWasReadHasMoved_IsAConflict()
    {
        await _database.AppendAsync("settings", 0, A.Entry());
        await using var uow = await _database.BeginAsync(default);
        await EventLedger.ReadStreamAsync(uow, "settings", default);

        await _database.AppendAsync("settings", 1, A.Entry());

        Assert.IsType<Appended.Conflict>(await EventLedger.AppendAsync(uow, "chain", 0, A.Moment, [A.Entry()], default));
    }

    [StorageFact]
    public async Task Append_OnlyOtherStreamsHaveMoved_IsOk()
    {
        await using var uow = await _database.BeginAsync(default);
        await EventLedger.ReadStreamAsync(uow, "settings", default);

        await _database.AppendAsync("another chain", 0, A.Entry());

        Assert.Equal(new Appended.Ok(1), await EventLedger.AppendAsync(uow, "chain", 0, A.Moment, [A.Entry()], default));
        Assert.Equal(new Appended.Ok(1), await EventLedger.AppendAsync(uow, "settings", 0, A.Moment, [A.Entry()], default));
        await uow.CommitAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(_database, default)).First);
    }

    [StorageFact]
    public async Task Append_LotWasWithdrawnSinceItWasRead_IsAConflict()
    {
        var lot = HouseId.Issue(HouseKind.MaterialLot, 1);
        await _database.WriteAsync(uow => HouseThings.AddAsync(uow, Lot(lot), default));
        await using var step = await _database.BeginAsync(default);
        Assert.Equal(HouseStatus.Released, (await HouseThings.FindAsync(step, lot, default))!.Status);

        await _database.WriteAsync(async uow =>
        {
            await HouseThings.MoveAsync(uow, lot, HouseStatus.Released, HouseStatus.Rejected, default);
            await EventLedger.AppendAsync(uow, HouseThings.StreamOf(lot), 0, A.Moment, [A.Entry()], default);
        });

        Assert.IsType<Appended.Conflict>(await EventLedger.AppendAsync(step, "chain", 0, A.Moment, [A.Entry()], default));
    }

    [StorageFact]
    public async Task Hold_NobodyElseAppendsUntilItIsOver()
    {
        await using var holder = await _database.BeginAsync(default);
        await EventLedger.HoldAsync(holder, default);

        var other = Task.Run(() => _database.AppendAsync("b", 0, A.Entry()));
        await WaitingAsync();

        Assert.False(other.IsCompleted);
        await holder.DisposeAsync();
        Assert.Equal(new Appended.Ok(1), await other);
    }

    [StorageFact]
    public async Task Decide_ManyOnOneStream_EveryDecisionIsMadeOnWhatIsThere()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => _database.DecideAsync(AppendNextAsync, default))));

        Assert.Equal(Enumerable.Range(1, 24), (await EventLedger.ReadStreamAsync(_database, "chain", default)).Select(entry => entry.Version));
        Assert.Null((await EventLedger.VerifyAsync(_database, default)).First);
    }

    [StorageFact]
    public async Task Decide_KeysTakenMeanwhile_IsMadeAnewAndSeesThem()
    {
        var turns = 0;
        var outcome = await _database.DecideAsync(
            async uow =>
            {
                turns++;
                if (await FinishedAttempts.FindAsync(uow, "attempt", default) is not null)
                {
                    return "was there";
                }

                await _database.WriteAsync(other => other.ExecuteAsync(Finished, null, default));
                await uow.ExecuteAsync(Finished, null, default);
                return "written";
            },
            default);

        Assert.Equal(("was there", 2), (outcome, turns));
    }

    [StorageFact]
    public async Task Decide_EachWaitsForTheOther_BothAreMadeInTheEnd()
    {
        await _database.WriteAsync(async uow =>
        {
            await Numbers.NextAsync(uow, "one", default);
            await Numbers.NextAsync(uow, "other", default);
        });
        using var both = new Barrier(2);

        await Task.WhenAll(Task.Run(() => TakeBothAsync("one", "other", both)), Task.Run(() => TakeBothAsync("other", "one", both)));

        Assert.Equal(4, await _database.GetAsync<long>("select next from number_sequence where name = 'one'", null, default));
    }

    [StorageFact]
    public async Task Decide_FailureThatIsItsOwn_IsNotTriedAgain()
    {
        var turns = 0;

        await Assert.ThrowsAsync<FormatException>(() => _database.DecideAsync<int>(
            _ =>
            {
                turns++;
                throw new FormatException();
            },
            default));

        Assert.Equal(1, turns);
    }

    [StorageTheory]
    [InlineData("ledger")]
    [InlineData("stream_head")]
    [InlineData("ledger_head")]
    [InlineData("scan")]
    [InlineData("label_print, band, print_job")]
    public async Task Truncate_IsRefused(string tables)
    {
        var refused = await Assert.ThrowsAnyAsync<DbException>(
            () => _database.WriteAsync(uow => uow.ExecuteAsync($"truncate {tables}", null, default)));

        Assert.Contains("never deleted", refused.Message, StringComparison.Ordinal);
    }

    [StorageTheory]
    [InlineData("2026-03-01T09:30:15Z")]
    [InlineData("2026-03-01 09:30:15.123")]
    [InlineData("yesterday")]
    public async Task Instant_WrittenOtherwise_IsRefused(string at) =>
        await Assert.ThrowsAnyAsync<DbException>(
            () => _database.WriteAsync(uow => uow.ExecuteAsync(
                "insert into finished_attempt (attempt_id, stream, version, at) values ('a', 's', 1, @at)", new { at }, default)));

    [StorageFact]
    public async Task Connections_EndedByTheServer_AreReplacedUnnoticed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _database.AppendAsync($"stream-{i}", 0, A.Entry()))));

        PostgresFixture.Execute(
            ((DatabaseAddress.PostgresServer)_database.Address).ConnectionString,
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        Assert.Equal(8, (await EventLedger.ReadAfterAsync(_database, 0, 10, default)).Count);
        Assert.Equal(new Appended.Ok(2), await _database.AppendAsync("stream-1", 1, A.Entry()));
    }

    private static HouseThingRow Lot(HouseId id) => new()
    {
        HouseId = id,
        Kind = HouseKind.MaterialLot,
        NameRu = "Среда",
        NameEn = "Medium",
        Status = HouseStatus.Released,
        CreatedAt = A.Moment,
    };

    private static async Task<int> AppendNextAsync(UnitOfWork uow)
    {
        var count = (await EventLedger.ReadStreamAsync(uow, "chain", default)).Count;
        if (await EventLedger.AppendAsync(uow, "chain", count, A.Moment, [A.Entry()], default) is Appended.Ok)
        {
            await uow.CommitAsync(default);
        }

        return count;
    }

    /// <summary>Row after row, in an order that the other has the other way round.</summary>
    private async Task<bool> TakeBothAsync(string first, string second, Barrier both)
    {
        var turn = 0;
        return await _database.DecideAsync(
            async uow =>
            {
                await uow.ExecuteAsync("update number_sequence set next = next + 1 where name = @first", new { first }, default);
                if (turn++ == 0)
                {
                    both.SignalAndWait();
                }

                await uow.ExecuteAsync("update number_sequence set next = next + 1 where name = @second", new { second }, default);
                await uow.CommitAsync(default);
                return true;
            },
            default);
    }

    private async Task WriteAsync(int writer)
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(new Appended.Ok(i + 1), await _database.AppendAsync($"stream-{writer}", i, A.Entry()));
            if (i % 5 == writer % 5)
            {
                await using var lost = await _database.BeginAsync(default);
                await EventLedger.AppendAsync(lost, $"lost-{writer}", 0, A.Moment, [A.Entry()], default);
            }
        }
    }

    /// <summary>Until somebody waits for a lock, as the server sees it.</summary>
    private async Task WaitingAsync()
    {
        while (await _database.GetAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", null, default) == 0)
        {
            await Task.Delay(5);
        }
    }
}
