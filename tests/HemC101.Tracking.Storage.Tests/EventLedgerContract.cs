using System.Data.Common;
using System.Text;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests;

public abstract class EventLedgerContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Append_TextWithTheMarkBetweenTexts_IsRefusedAndKeepsNothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _database.AppendAsync("chain-1", 0, A.Entry(), A.Entry(type: "Bag\u001fReceived")));

        Assert.Empty(await EventLedger.ReadStreamAsync(_database, "chain-1", default));
    }

    [StorageFact]
    public async Task ReadStream_UnknownStream_IsEmpty() =>
        Assert.Empty(await EventLedger.ReadStreamAsync(_database, "nobody", default));

    [StorageFact]
    public async Task Append_TwoEntries_AreReadBackInOrderAndChained()
    {
        Assert.Equal(new Appended.Ok(2), await _database.AppendAsync("chain", 0, A.Entry("First"), A.Entry("Second")));
        Assert.Equal(new Appended.Ok(3), await _database.AppendAsync("chain", 2, A.Entry("Third")));

        var entries = await EventLedger.ReadStreamAsync(_database, "chain", default);

        Assert.Equal(["First", "Second", "Third"], entries.Select(entry => entry.Type));
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Version));
        Assert.Equal(Digest.Zero, entries[0].PreviousHash);
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
        Assert.All(entries, entry => Assert.Equal(LedgerHash.Of(entry), entry.Hash));
    }

    [StorageFact]
    public async Task Append_OffsetAndTicks_AreKeptAsUtcMilliseconds()
    {
        var moscow = new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(3)).AddTicks(12_345_678);

        await _database.AppendAsync("chain", 0, A.Entry(occurredAt: moscow));

        var entry = Assert.Single(await EventLedger.ReadStreamAsync(_database, "chain", default));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 22, 30, 1, 234, TimeSpan.Zero), entry.OccurredAt);
        Assert.Equal(TimeSpan.Zero, entry.OccurredAt.Offset);
        Assert.Null((await EventLedger.VerifyAsync(_database, default)).First);
    }

    [StorageTheory]
    [InlineData("\"Ёж, ‰ и 細胞 🧬\"")]
    [InlineData("\"e\u0301 is not \u00e9\"")]
    [InlineData("""{"quote":"'; drop table ledger; --"}""")]
    public async Task Append_AnyText_IsKeptToTheCharacter(string data)
    {
        await _database.AppendAsync("поток", 0, A.Entry(data: data));

        Assert.Equal(data, Assert.Single(await EventLedger.ReadStreamAsync(_database, "поток", default)).Data);
    }

    [StorageFact]
    public async Task Append_OneMegabyte_IsKept()
    {
        var data = '"' + new string('ж', 1_000_000) + '"';

        await _database.AppendAsync("chain", 0, A.Entry(data: data));

        Assert.Equal(data, Assert.Single(await EventLedger.ReadStreamAsync(_database, "chain", default)).Data);
        Assert.Null((await EventLedger.VerifyAsync(_database, default)).First);
    }

    [StorageTheory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Append_OtherVersionExpected_IsAConflictAndWritesNothing(int expected)
    {
        await _database.AppendAsync("chain", 0, A.Entry());

        Assert.Equal(new Appended.Conflict(1), await _database.AppendAsync("chain", expected, A.Entry()));

        Assert.Single(await EventLedger.ReadStreamAsync(_database, "chain", default));
    }

    [StorageFact]
    public async Task Append_TwoWritersExpectTheSameVersion_ExactlyOneIsOk()
    {
        for (var version = 0; version < 20; version++)
        {
            var expected = version;
            var both = await Task.WhenAll(
                Task.Run(() => _database.AppendAsync("chain", expected, A.Entry("Left"))),
                Task.Run(() => _database.AppendAsync("chain", expected, A.Entry("Right"))));

            Assert.Single(both, new Appended.Ok(version + 1));
            Assert.Single(both, new Appended.Conflict(version + 1));
        }
    }

    [StorageFact]
    public async Task Append_RolledBack_LeavesNoGap()
    {
        await using (var uow = await _database.BeginAsync(default))
        {
            await EventLedger.AppendAsync(uow, "lost", 0, A.Moment, [A.Entry()], default);
        }

        await _database.AppendAsync("chain", 0, A.Entry());

        Assert.Equal(1, Assert.Single(await EventLedger.ReadAfterAsync(_database, 0, 10, default)).Position);
    }

    [StorageFact]
    public async Task Append_HalfASurrogatePair_IsRefusedBeforeItIsStored()
    {
        await Assert.ThrowsAsync<EncoderFallbackException>(() => _database.AppendAsync("chain", 0, A.Entry(data: "\"\ud83e\"")));

        Assert.Empty(await EventLedger.ReadStreamAsync(_database, "chain", default));
    }

    [StorageTheory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{'a':1}")]
    public async Task Append_DataIsNoJson_IsRefused(string data) =>
        await Assert.ThrowsAnyAsync<DbException>(() => _database.AppendAsync("chain", 0, A.Entry(data: data)));

    [StorageFact]
    public async Task Append_NoEntries_IsMisuse() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _database.AppendAsync("chain", 0));

    [StorageTheory]
    [InlineData("update ledger set actor = 'somebody'")]
    [InlineData("delete from ledger where position = 1")]
    [InlineData("update stream_head set version = version - 1")]
    [InlineData("delete from stream_head")]
    [InlineData("update ledger_head set position = 0")]
    [InlineData("delete from ledger_head")]
    public async Task Triggers_ChangeOrDelete_AreRefusedWithASentence(string sql)
    {
        await _database.AppendAsync("chain", 0, A.Entry());

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(uow => uow.ExecuteAsync(sql, null, default)));

        Assert.Matches("(append-only|only moves forward|never deleted)", refused.Message);
    }

    [StorageFact]
    public async Task ReadAfter_PagesThroughEverything()
    {
        await _database.AppendAsync("a", 0, A.Entry(), A.Entry());
        await _database.AppendAsync("b", 0, A.Entry());

        Assert.Equal([1L, 2L], (await EventLedger.ReadAfterAsync(_database, 0, 2, default)).Select(entry => entry.Position));
        Assert.Equal([3L], (await EventLedger.ReadAfterAsync(_database, 2, 2, default)).Select(entry => entry.Position));
    }
}

public sealed class EventLedgerOnSqlite(SqliteFixture fixture) : EventLedgerContract(fixture), IClassFixture<SqliteFixture>
{
    [StorageFact]
    public async Task Triggers_InsertOrReplace_IsRefused()
    {
        var database = fixture.NewDatabase();
        await database.AppendAsync("chain", 0, A.Entry());

        await Assert.ThrowsAnyAsync<DbException>(() => database.WriteAsync(uow => uow.ExecuteAsync(
            """
            insert or replace into ledger
            select position, stream, version, 'Forged', schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash
              from ledger
            """,
            null,
            default)));
    }
}

public sealed class EventLedgerOnPostgres(PostgresFixture fixture) : EventLedgerContract(fixture), IClassFixture<PostgresFixture>;
