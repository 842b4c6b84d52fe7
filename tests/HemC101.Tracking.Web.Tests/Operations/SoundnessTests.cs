using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Tests.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>A file too large to be looked through before the first page: the site is up, and stops when it finds damage.</summary>
public sealed class SoundnessTests : IDisposable
{
    private const long Large = 65L << 20;
    private const int PageSize = 4096;

    private readonly Terminal _terminal = new();
    private readonly Heard _log = new();

    public SoundnessTests()
    {
        Migrator.Migrate(DatabaseAddress.OfFile(_terminal.Database));
        using var connection = new SqliteConnection($"Data Source={_terminal.Database};Pooling=False");
        connection.Open();
        using var fill = new SqliteCommand(
            """
            create table filling (id integer primary key, text text not null);
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 90000)
            insert into filling (text) select hex(zeroblob(400)) from numbers;
            pragma wal_checkpoint(truncate);
            """,
            connection);
        fill.ExecuteNonQuery();
    }

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task SoundFile_LeavesTheSiteUp()
    {
        using var lifetime = await LookThroughAsync();

        Assert.False(lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Empty(_log.Said);
    }

    [Fact]
    public async Task DamagedPage_StopsTheSite_AndSaysWhatToDo()
    {
        Assert.True(new FileInfo(_terminal.Database).Length > Large);
        await using (var file = File.OpenWrite(_terminal.Database))
        {
            file.Position = file.Length / 2 / PageSize * PageSize;
            await file.WriteAsync(new byte[PageSize / 2]);
        }

        Migrator.Migrate(DatabaseAddress.OfFile(_terminal.Database));
        using var lifetime = await LookThroughAsync();

        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
        var (level, text) = Assert.Single(_log.Said);
        Assert.Equal(LogLevel.Critical, level);
        Assert.Contains("restore the last backup", text, StringComparison.Ordinal);
    }

    private async Task<Lifetime> LookThroughAsync()
    {
        var lifetime = new Lifetime();
        await using var database = new Database(_terminal.Database);
        using var soundness = new Soundness(database, lifetime, _log);
        await soundness.StartAsync(default);
        await soundness.ExecuteTask!;
        return lifetime;
    }

    private sealed class Heard : ILogger<Soundness>
    {
        public List<(LogLevel Level, string Text)> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add((logLevel, formatter(state, exception)));
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
