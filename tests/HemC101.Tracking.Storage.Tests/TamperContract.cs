using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Two streams, written by turns: a1 b1 a2 b2 a3 at positions 1 to 5.</summary>
public abstract class TamperContract(IStorageFixture fixture)
{
    private const string AddSixth =
        """
        insert into ledger (position, stream, version, type, schema_version, occurred_at, recorded_at,
                            actor, station, data, previous_hash, hash)
        select 6, stream, 4, type, schema_version, occurred_at, recorded_at, actor, station, data, hash, hash
          from ledger
         where position = 5
        """;

    [StorageFact]
    public async Task Verify_Untouched_FindsNothing()
    {
        var report = await EventLedger.VerifyAsync(await FiveAsync(), default);

        Assert.Equal(new VerifyReport(5, null), report);
    }

    [StorageFact]
    public async Task Verify_Empty_FindsNothing() =>
        Assert.Equal(new VerifyReport(0, null), await EventLedger.VerifyAsync(fixture.NewDatabase(), default));

    [StorageTheory]
    [InlineData("type = 'Forged'")]
    [InlineData("schema_version = 2")]
    [InlineData("occurred_at = '2026-03-01T09:30:15.124Z'")]
    [InlineData("occurred_at = 'yesterday'")]
    [InlineData("recorded_at = '2026-03-01T09:30:15.124Z'")]
    [InlineData("actor = 'A9999-00018'")]
    [InlineData("station = ''")]
    [InlineData("""data = '{"bag": 1}'""")]
    [InlineData("hash = replace(hash, substr(hash, 1, 1), 'x')")]
    [InlineData("schema_version = 9223372036854775807")]
    public Task Verify_ColumnChanged_NamesTheEntry(string change) =>
        FindsAsync($"update ledger set {change} where position = 3", new BrokenRow(3, "a", 2, Flaw.Changed));

    [StorageFact]
    public Task Verify_PreviousHashChanged_NamesTheEntry() =>
        FindsAsync(
            "update ledger set previous_hash = (select hash from ledger where position = 2) where position = 3",
            new BrokenRow(3, "a", 2, Flaw.ChainBroken));

    [StorageFact]
    public Task Verify_ChangedWithARightHashOfItsOwn_BreaksTheChainAtTheNext() =>
        FindsAsync(Rehash(3), new BrokenRow(5, "a", 3, Flaw.ChainBroken));

    [StorageFact]
    public Task Verify_EntryDeleted_NamesThePosition() =>
        FindsAsync("delete from ledger where position = 3", new BrokenRow(3, null, null, Flaw.PositionGap));

    [StorageFact]
    public Task Verify_EntryDeletedAndGapClosed_NamesTheFirstMoved() =>
        FindsAsync(
            """
            delete from ledger where position = 3;
            update ledger set position = 3 where position = 4;
            update ledger set position = 4 where position = 5;
            """,
            new BrokenRow(3, "b", 2, Flaw.Changed));

    [StorageFact]
    public Task Verify_OldestEntryDeletedAndGapClosed_NamesTheFirstMoved() =>
        FindsAsync(
            "delete from ledger where position = 1; update ledger set position = position - 1;",
            new BrokenRow(1, "b", 1, Flaw.Changed));

    [StorageFact]
    public Task Verify_VersionMoved_NamesTheMissingVersion() =>
        FindsAsync("update ledger set version = 9 where position = 3", new BrokenRow(3, "a", 2, Flaw.MissingVersion));

    [StorageFact]
    public Task Verify_TwoOfAStreamSwapped_NamesTheFirst() =>
        FindsAsync(Swap(1, 3), new BrokenRow(1, "a", 1, Flaw.OutOfOrder));

    [StorageFact]
    public Task Verify_TwoOfDifferentStreamsSwapped_NamesTheFirst() =>
        FindsAsync(Swap(1, 2), new BrokenRow(1, "b", 1, Flaw.Changed));

    [StorageFact]
    public Task Verify_EntryAddedAtTheEnd_NamesIt() =>
        FindsAsync(AddSixth, new BrokenRow(6, "a", 4, Flaw.Changed));

    [StorageFact]
    public Task Verify_EntryAddedWithARightHash_IsBeyondTheHead() =>
        FindsAsync(AddSixth + ";" + Rehash(6), new BrokenRow(null, "a", 4, Flaw.BeyondHead));

    [StorageFact]
    public Task Verify_EndOfLedgerCutOff_NamesTheStream() =>
        FindsAsync("delete from ledger where position = 5", new BrokenRow(null, "a", 3, Flaw.CutOff));

    [StorageFact]
    public Task Verify_EndAndStreamHeadCutOff_NamesThePosition() =>
        FindsAsync(
            """
            delete from ledger where position = 5;
            update stream_head set version = 2, hash = (select hash from ledger where position = 3) where stream = 'a';
            """,
            new BrokenRow(5, null, null, Flaw.PositionGap));

    [StorageFact]
    public Task Verify_WholeLedgerEmptied_NamesAStream() =>
        FindsAsync("delete from ledger", new BrokenRow(null, "a", 1, Flaw.CutOff));

    [StorageTheory]
    [InlineData("delete from stream_head where stream = 'b'")]
    [InlineData("update stream_head set hash = (select hash from ledger where position = 1) where stream = 'b'")]
    public Task Verify_StreamHeadChanged_NamesTheStream(string sql) =>
        FindsAsync(sql, new BrokenRow(null, "b", 2, Flaw.HeadChanged));

    [StorageFact]
    public Task Verify_LedgerHeadDeleted_IsFound() =>
        FindsAsync("delete from ledger_head", new BrokenRow(null, null, null, Flaw.HeadChanged));

    /// <summary>Stream a holds positions 1, 3 and 5 as its versions 1 to 3.</summary>
    [StorageTheory]
    [InlineData("update ledger set actor = 'A9999-00018' where position = 3", 2)]
    [InlineData("update ledger set occurred_at = 'yesterday' where position = 3", null)]
    [InlineData("delete from ledger where position = 1", 1)]
    [InlineData("delete from ledger where position = 3", 2)]
    [InlineData("delete from ledger where position = 5", 3)]
    [InlineData("update stream_head set hash = (select hash from ledger where position = 1) where stream = 'a'", 3)]
    public async Task ReadStream_Altered_IsRefusedAndNotShown(string sql, int? entry)
    {
        var database = await FiveAsync();
        fixture.Tamper(database, sql);

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => EventLedger.ReadStreamAsync(database, "a", default));

        Assert.Contains($"Entry {entry?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} in the journal a", refused.Text.En, StringComparison.Ordinal);
        Assert.Equal(2, (await EventLedger.ReadStreamAsync(database, "b", default)).Count);
    }

    private static string Swap(int one, int other) =>
        $"""
        update ledger set position = 99 where position = {one};
        update ledger set position = {one} where position = {other};
        update ledger set position = {other} where position = 99;
        """;

    /// <summary>Marks an entry to be forged together with its hash.</summary>
    private static string Rehash(int position) => $"rehash {position}";

    private async Task FindsAsync(string sql, BrokenRow expected)
    {
        var database = await FiveAsync();
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var forged = statement.StartsWith("rehash", StringComparison.Ordinal);
            fixture.Tamper(database, forged ? await ForgeAsync(database, statement) : statement);
        }

        var report = await EventLedger.VerifyAsync(database, default);

        Assert.Equal(expected, report.First);
        Assert.NotEmpty(report.First!.Text.Ru);
    }

    private static async Task<string> ForgeAsync(Database database, string statement)
    {
        var position = int.Parse(statement.Split(' ')[1], null);
        var entry = (await EventLedger.ReadAfterAsync(database, position - 1, 1, default))[0] with { Type = "Forged" };
        return $"update ledger set type = 'Forged', hash = '{LedgerHash.Of(entry)}' where position = {position}";
    }

    private async Task<Database> FiveAsync()
    {
        var database = fixture.NewDatabase();
        await database.AppendAsync("a", 0, A.Entry());
        await database.AppendAsync("b", 0, A.Entry());
        await database.AppendAsync("a", 1, A.Entry());
        await database.AppendAsync("b", 1, A.Entry());
        await database.AppendAsync("a", 2, A.Entry());
        return database;
    }
}

public sealed class TamperOnSqlite(SqliteFixture fixture) : TamperContract(fixture), IClassFixture<SqliteFixture>;

public sealed class TamperOnPostgres(PostgresFixture fixture) : TamperContract(fixture), IClassFixture<PostgresFixture>;
