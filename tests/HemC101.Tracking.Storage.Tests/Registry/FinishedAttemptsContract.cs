using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class FinishedAttemptsContract(IStorageFixture fixture)
{
    private static readonly string Stream = ChainStreams.StreamOf(A.Coi);

    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task List_OfAStream_HasThoseThatPointAtItsEntries()
    {
        var attempt = await FinishedAsync();

        Assert.Equal([attempt], await FinishedAttempts.ListAsync(_database, Stream, default));
        Assert.Empty(await FinishedAttempts.ListAsync(_database, "chain/another", default));
        Assert.Null(await FinishedAttempts.FindAstrayAsync(_database, default));
    }

    [StorageTheory]
    [InlineData("version = 3")]
    [InlineData("version = 0")]
    [InlineData("at = '2026-03-01T09:30:15.124Z'")]
    [InlineData("stream = 'chain/another'")]
    public async Task Find_PointedPastItsEntry_IsAstray(string change)
    {
        await FinishedAsync();
        await _database.AppendAsync("chain/another", 0, A.Entry());

        fixture.Tamper(_database, $"update finished_attempt set {change}");

        Assert.Empty(await FinishedAttempts.ListAsync(_database, Stream, default));
        Assert.Equal("attempt-1", await FinishedAttempts.FindAstrayAsync(_database, default));
    }

    [StorageFact]
    public async Task List_TwoAtOneEntry_HasBoth()
    {
        var attempt = await FinishedAsync();
        fixture.Tamper(_database, "insert into finished_attempt (attempt_id, stream, version, content, at) select 'attempt-2', stream, version, content, at from finished_attempt");

        Assert.Equal([attempt, attempt with { AttemptId = "attempt-2" }], await FinishedAttempts.ListAsync(_database, Stream, default));
    }

    private async Task<FinishedAttempt> FinishedAsync()
    {
        var attempt = new FinishedAttempt { AttemptId = "attempt-1", Stream = Stream, Version = 2, At = A.Moment };
        await _database.AppendAsync(Stream, 0, A.Entry(), A.Entry());
        await _database.WriteAsync(uow => FinishedAttempts.TryFinishAsync(uow, attempt, default));
        return attempt;
    }
}

public sealed class FinishedAttemptsOnSqlite(SqliteFixture fixture) : FinishedAttemptsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class FinishedAttemptsOnPostgres(PostgresFixture fixture) : FinishedAttemptsContract(fixture), IClassFixture<PostgresFixture>;
