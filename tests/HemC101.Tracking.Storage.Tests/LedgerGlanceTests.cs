using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Tests;

public sealed class LedgerGlanceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-glance-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("hemc101.db")]
    [InlineData("проба №1 #2 100%?.db")]
    public async Task Count_ClosedDatabase_IsReadWithoutLayingAnythingBesideIt(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        await FillAsync(path, "demo", "demo", "other");
        var before = await File.ReadAllBytesAsync(path);

        Assert.Equal(2, await LedgerGlance.CountAsync(DatabaseAddress.OfFile(path), "demo", default));
        Assert.Equal(0, await LedgerGlance.CountAsync(DatabaseAddress.OfFile(path), "nothing", default));

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal([name], _folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task Count_DatabaseInUse_SeesWhatIsNotInTheFileYet()
    {
        var path = Path.Combine(_folder.FullName, "hemc101.db");
        await FillAsync(path);
        await using var running = new Database(path);
        await AppendAsync(running, "demo", 0);

        Assert.Equal(1, await LedgerGlance.CountAsync(DatabaseAddress.OfFile(path), "demo", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    public async Task Count_FileWithoutALedger_IsNull(string content)
    {
        var path = Path.Combine(_folder.FullName, "hemc101.db");
        await File.WriteAllTextAsync(path, content);

        Assert.Null(await LedgerGlance.CountAsync(DatabaseAddress.OfFile(path), "demo", default));
    }

    private static async Task FillAsync(string path, params string[] streams)
    {
        Migrator.Migrate(path);
        await using var database = new Database(path);
        for (var i = 0; i < streams.Length; i++)
        {
            await AppendAsync(database, streams[i], streams[..i].Count(earlier => earlier == streams[i]));
        }
    }

    private static async Task AppendAsync(Database database, string stream, int version)
    {
        await using var uow = await database.BeginAsync(default);
        await EventLedger.AppendAsync(
            uow, stream, version, DateTimeOffset.UnixEpoch, [new NewEntry("X", 1, DateTimeOffset.UnixEpoch, "a", "b", "{}")], default);
        await uow.CommitAsync(default);
    }
}
