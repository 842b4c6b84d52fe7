using HemC101.Tracking.Web.Tests.Commands;

namespace HemC101.Tracking.Web.Tests.Operations;

/// <summary>Two participants: one has had both doses and was handed over to follow-up, so that nothing is left to do; the other is before the first dose.</summary>
public sealed class HandedOverFile : IAsyncLifetime
{
    private const string Story = """
        {"scenario":"Один передан в наблюдение, другой на пути","en":"One handed over, one on the way","source":"clinical.md §2.21"}
        {"given":"infusion.end 2"}
        {"at":"infusion.start+28d","step":"followup.hand-over"}
        {"given":"bag.issue 1","participant":"B"}
        """;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-handed-");

    private string Database => Path.Combine(_data.FullName, "story.db");

    public async Task InitializeAsync()
    {
        var file = Path.Combine(_data.FullName, "story.jsonl");
        await File.WriteAllTextAsync(file, Story);
        var (code, answer, error) = await Terminal.RunAsync("", ["scenario", file, "--database", Database]);
        Assert.True(code == 0, answer + error);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database};Pooling=False");
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

    internal void CopyTo(string file) => File.Copy(Database, file);
}
