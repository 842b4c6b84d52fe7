using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace HemC101.Tracking.Web.Tests.Demo;

/// <summary>What <c>--demo</c> opens, and what it leaves alone.</summary>
public sealed class DemoStartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-demo-");

    private string DatabasePath => Path.Combine(_data.FullName, "hemc101.db");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Start_OnARealDatabase_IsRefused_AndNoByteOfItChanges()
    {
        await MakeRealAsync();
        var before = Contents();

        var exit = await SiteProcess.CommandAsync("--demo", $"--Data:Directory={_data.FullName}", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, exit);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task Start_OnARealDatabaseThatWasNotClosed_LeavesItsLogAlone()
    {
        await MakeRealAsync();
        await using var running = new Database(DatabasePath);
        await AppendAsync(running, "study-settings", 1);
        Assert.True(new FileInfo($"{DatabasePath}-wal").Length > 0);
        var before = Contents();

        Assert.Equal(DemoMarker.NotADemo, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));

        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData("not a database at all")]
    [InlineData("SQLite format 3\0 and then nothing of the kind")]
    public async Task Start_OnAStrangersFile_IsRefused_AndTheFileStaysAsItIs(string content)
    {
        await File.WriteAllTextAsync(DatabasePath, content);

        Assert.Equal(DemoMarker.NotADemo, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));

        Assert.Equal(content, await File.ReadAllTextAsync(DatabasePath));
        Assert.Single(_data.GetFiles());
    }

    [Fact]
    public async Task Start_OfAnotherKindThanTheDatabase_IsRefused()
    {
        Assert.Null(await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));
        Assert.Null(await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: false, default));
        Migrator.Migrate(DatabasePath);
        await using var database = new Database(DatabasePath);
        Assert.Equal(DemoMarker.NotADemo, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));
        Assert.Null(await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: false, default));

        await DemoMarker.WriteAsync(database, DateTimeOffset.UnixEpoch, default);

        Assert.Equal(DemoMarker.Unfinished, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));
        Assert.Equal(DemoMarker.OnlyADemo, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: false, default));

        await DemoMarker.FinishAsync(database, DateTimeOffset.UnixEpoch, default);

        Assert.Null(await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: true, default));
        Assert.Equal(DemoMarker.OnlyADemo, await DemoMarker.RefusalAsync(DatabaseAddress.OfFile(DatabasePath), asDemo: false, default));
    }

    [Fact]
    public async Task Printers_OfTheConfiguration_WinOverTheFolder()
    {
        var folder = Path.Combine(_data.FullName, "paper");
        await using var plain = new WebApplicationFactory<Program>();
        await using var site = plain.WithWebHostBuilder(host => host
            .UseSetting("Data:Directory", _data.FullName).UseSetting("Demo:Enabled", "true")
            .UseSetting("Printers:0:Name", "ward").UseSetting("Printers:0:Kind", "Folder").UseSetting("Printers:0:Address", folder));
        using var browser = site.CreateClient();

        await using var database = new Database(DatabasePath);
        var printer = await Printers.FindDefaultAsync(database, default);
        Assert.Equal(("ward", folder), (printer!.Name, printer.Address));
    }

    [Fact]
    public async Task Page_OutsideTheDemo_DoesNotExist()
    {
        await using var plain = new WebApplicationFactory<Program>();
        await using var site = plain.WithWebHostBuilder(host => host.UseSetting("Data:Directory", _data.FullName));
        using var browser = site.CreateClient();

        foreach (var page in new[] { "/Demo", "/Demo/Codes", "/Demo?handler=State&coi=x" })
        {
            using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task MakeRealAsync()
    {
        Migrator.Migrate(DatabasePath);
        await using var database = new Database(DatabasePath);
        await AppendAsync(database, "study-settings", 0);
    }

    private static async Task AppendAsync(Database database, string stream, int version)
    {
        await using var uow = await database.BeginAsync(default);
        var entry = new NewEntry("X", 1, DateTimeOffset.UnixEpoch, "setup", "setup", "{}");
        await EventLedger.AppendAsync(uow, stream, version, DateTimeOffset.UnixEpoch, [entry], default);
        await uow.CommitAsync(default);
    }

    /// <summary>Name and bytes of every file that holds data; the index of a write-ahead log holds none.</summary>
    private string[] Contents() =>
    [
        .. _data.GetFiles("*", SearchOption.AllDirectories).Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal))
            .OrderBy(file => file.FullName, StringComparer.Ordinal).Select(file => $"{file.Name} {Digest.Of(Read(file))}"),
    ];

    private static byte[] Read(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
