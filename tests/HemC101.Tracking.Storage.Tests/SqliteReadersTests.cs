using System.Data.Common;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Connections and statements that are kept must answer as if they were made anew for each question.</summary>
public sealed class SqliteReadersTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const string Count = "select count(*) from stream_head";
    private const string Streams = "select stream from stream_head order by stream";

    [Fact]
    public async Task Query_AfterEachCommit_SeesIt()
    {
        await using var database = fixture.NewDatabase();
        for (var n = 1; n <= 5; n++)
        {
            await AppendAsync(database, $"s{n}");
            Assert.Equal(n, await CountAsync(database));
        }
    }

    [Fact]
    public async Task Find_OtherValueThanBefore_FindsByTheNewOne()
    {
        await using var database = fixture.NewDatabase();
        await AppendAsync(database, "one");
        Assert.Equal("one", await FindAsync(database, "one"));
        Assert.Null(await FindAsync(database, "two"));
        Assert.Equal("one", await FindAsync(database, "one"));
    }

    [Fact]
    public async Task Query_WithinTheSameQuery_HasAStatementOfItsOwn()
    {
        await using var database = fixture.NewDatabase();
        await AppendAsync(database, "one");
        await AppendAsync(database, "two");
        await using var connection = new KeptStatements(SqliteAddress.Of(database.Address.Name, SqliteOpenMode.ReadWrite));
        await connection.OpenAsync();
        List<string> seen = [];
        using var outer = connection.CreateCommand();
        outer.CommandText = Streams;
        await using var rows = await outer.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            using var inner = connection.CreateCommand();
            inner.CommandText = Streams;
            seen.Add($"{rows.GetString(0)} {await inner.ExecuteScalarAsync()}");
        }

        Assert.Equal(["one one", "two one"], seen);
    }

    [Fact]
    public async Task Readers_WhenTheyAreThrough_DoNotKeepTheLogFromBeingEmptied()
    {
        await using var database = fixture.NewDatabase();
        await AppendAsync(database, "one");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => CountAsync(database), default)));
        await using (var session = await database.ReadAsync(default))
        {
            Assert.Equal(1, await session.GetAsync<long>(Count, null, default));
            await AppendAsync(database, "two");
            Assert.Equal(1, await session.GetAsync<long>(Count, null, default));
        }

        await using var writer = new KeptStatements(SqliteAddress.Of(database.Address.Name, SqliteOpenMode.ReadWrite));
        await writer.OpenAsync();
        using var checkpoint = writer.CreateCommand();
        checkpoint.CommandText = "pragma wal_checkpoint(truncate)";
        Assert.Equal(0L, await checkpoint.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Query_AfterOnesThatFailed_Answers()
    {
        await using var database = fixture.NewDatabase();
        await AppendAsync(database, "one");
        for (var n = 0; n < 3; n++)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => database.QueryAsync<long>("select abs(-9223372036854775807 - 1)", null, default));
            await Assert.ThrowsAsync<DatabaseUnusableException>(() => database.QueryAsync<long>("delete from ledger", null, default));
            Assert.Equal(1, await CountAsync(database));
        }
    }

    [Fact]
    public async Task Query_AfterAChangeOfTheTables_Answers()
    {
        await using var database = fixture.NewDatabase();
        Assert.Equal(0, await CountAsync(database));
        fixture.Tamper(database, "alter table stream_head add column more text");
        await AppendAsync(database, "one");
        Assert.Equal(1, await CountAsync(database));
    }

    private static Task<long> CountAsync(Database database) => database.GetAsync<long>(Count, null, default);

    private static Task<string?> FindAsync(Database database, string stream) =>
        database.FindAsync<string>("select stream from stream_head where stream = @stream", new { stream }, default);

    private static async Task AppendAsync(Database database, string stream)
    {
        await using var uow = await database.BeginAsync(default);
        var entry = new Ledger.NewEntry("Noted", 1, DateTimeOffset.UnixEpoch, "P1", "Ward", "{}");
        Assert.IsType<Appended.Ok>(await EventLedger.AppendAsync(uow, stream, 0, DateTimeOffset.UnixEpoch, [entry], default));
        await uow.CommitAsync(default);
    }
}
