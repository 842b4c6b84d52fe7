using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Commands;

/// <summary>A database file with one participant at the end of the way and one on it; every test takes a copy.</summary>
public sealed class FilledFile : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-filled-");

    public async Task InitializeAsync()
    {
        await FreshSite.FillAsync(_data, [], DemoLeg.Main, DemoLeg.UpTo("bag.issue", "1"));
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={FreshSite.DatabaseIn(_data)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
    }

    public Task DisposeAsync()
    {
        _data.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal void CopyTo(string file) => File.Copy(FreshSite.DatabaseIn(_data), file);
}
