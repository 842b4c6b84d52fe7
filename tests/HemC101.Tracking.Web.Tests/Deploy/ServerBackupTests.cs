using System.Globalization;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The example of a server's backups: a dump and a base copy, each proved, each brought back to be worked on.</summary>
[Collection(DeployTests.Name)]
public sealed class ServerBackupTests : IAsyncLifetime
{
    private const string Program = "program/HemC101.Tracking.Web";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-server-");
    private TwoServers _servers = null!;

    public async Task InitializeAsync()
    {
        _servers = await TwoServers.StartAloneAsync();
        await FreshSite.FillAsync(_data, _servers.ArgumentsOf("a"), DemoLeg.UpTo("apheresis.order"));
        CopyProgram();
        await _servers.GiveAsync();
    }

    public async Task DisposeAsync()
    {
        await _servers.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [ProgramFact(Programs.Postgres, "postgresql")]
    public async Task Backup_IsProved_AndASiteWorksOnWhatIsRestored_AndAWoundedOneIsRefused()
    {
        var entries = await EntriesAsync("a");
        List<(string Server, string Path)> backups = [("dumped", await BackupAsync("dump")), ("based", await BackupAsync("base"))];
        await _servers.StopAsync("a");

        foreach (var (server, path) in backups)
        {
            var proved = await CheckAsync(path);
            Assert.True(proved.ExitCode == 0, proved.Output);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Entries checked: {entries}\n"), proved.Output, StringComparison.Ordinal);
            Assert.Contains("Seals that fit: 1", proved.Output, StringComparison.Ordinal);
            Assert.Contains("unaltered", proved.Output, StringComparison.Ordinal);

            _servers.Add(server);
            await _servers.DoAsync("restore.sh", server, path);
            await using var site = await SiteProcess.StartAsync(_data, _servers.ArgumentsOf(server));
            Assert.Equal(entries, await EntriesAsync(server));
        }

        foreach (var (_, path) in backups)
        {
            Wound(path);
            var refused = await CheckAsync(path);
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains("take another backup", refused.Output, StringComparison.Ordinal);
        }
    }

    private async Task<string> BackupAsync(string kind)
    {
        var made = await _servers.TryWithAsync("a", "backup.sh", _servers.PathOf("a"), _servers.PathOf("backups"), kind);
        Assert.True(made.ExitCode == 0, made.Output);
        var path = made.Output.Trim();
        Assert.True(Path.Exists(path), path);
        return path;
    }

    private Task<Ended> CheckAsync(string backup) => _servers.TryWithAsync("a", "restore-check.sh", backup, _servers.PathOf(Program));

    private async Task<long> EntriesAsync(string server)
    {
        await using var database = new Database(DatabaseAddress.OfServer(_servers.ConnectionStringOf(server)));
        return await SealRows.EntriesAsync(database, default);
    }

    /// <summary>One bit in the middle of the largest file.</summary>
    private static void Wound(string backup)
    {
        var file = Directory.Exists(backup)
            ? new DirectoryInfo(Path.Combine(backup, "base")).EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(file => file.Length)!.FullName
            : backup;
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>For the user of the server, who need not be able to read this repository.</summary>
    private void CopyProgram()
    {
        var built = Path.GetDirectoryName(SiteProcess.Executable())!;
        var target = Directory.CreateDirectory(Path.GetDirectoryName(_servers.PathOf(Program))!).FullName;
        foreach (var file in Directory.EnumerateFiles(built))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
