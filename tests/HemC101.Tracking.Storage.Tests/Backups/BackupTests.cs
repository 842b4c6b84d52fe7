using Dapper;
using HemC101.Tracking.Storage.Backups;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Tests.Backups;

public sealed class BackupTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-backup-");
    private readonly Database _database = fixture.NewDatabase();

    private string Target => Path.Combine(_folder.FullName, "restored.db");

    [Theory]
    [InlineData(null)]
    [InlineData("пароль")]
    public async Task Restore_GivesTheLedgerAsItWas(string? passphrase)
    {
        await FillAsync(5);
        var path = Make(passphrase);
        await FillAsync(3);

        Backup.Restore(path, Target, passphrase);

        await using var restored = new Database(Target);
        Assert.Equal((5, null), await VerifiedAsync(restored));
    }

    [Fact]
    public async Task Make_WhileOthersWrite_IsOfOneMoment()
    {
        await FillAsync(5);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await FillAsync(1);
            }
        });

        var paths = Enumerable.Range(1, 5).Select(i => Backup.Make(_database.Address, _folder.FullName, null, Now.AddMinutes(i))).ToList();
        await stop.CancelAsync();
        await writing;

        foreach (var path in paths)
        {
            await using var copy = new Database(path);
            Assert.Null((await VerifiedAsync(copy)).First);
        }
    }

    [Fact]
    public async Task Make_WhileTheFileIsLocked_WaitsForTheLock()
    {
        await FillAsync(5);
        var locked = Make();
        using var other = new SqliteConnection($"Data Source={locked};Pooling=False");
        other.Open();
        other.Execute("begin exclusive");

        var making = Task.Run(() => Backup.Make(DatabaseAddress.OfFile(locked), _folder.FullName, null, Now.AddMinutes(1)));
        await Task.WhenAny(making, Task.Delay(TimeSpan.FromSeconds(1)));
        other.Execute("rollback");

        await using var copy = new Database(await making);
        Assert.Equal((5, null), await VerifiedAsync(copy));
    }

    [Fact]
    public async Task Restore_OverAnExistingFile_IsRefused()
    {
        await FillAsync(1);
        var path = Make();
        await File.WriteAllTextAsync(Target, "kept");

        Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, null));
        Assert.Equal("kept", await File.ReadAllTextAsync(Target));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task Restore_OfAFlippedByte_IsRefusedAndLeavesNothing(double at)
    {
        await FillAsync(5);
        var path = Make();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[(int)(bytes.Length * at)] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, null));
        Assert.Equal(2, _folder.EnumerateFiles().Count());
    }

    [Fact]
    public async Task Restore_WithoutItsNote_IsRefused()
    {
        await FillAsync(1);
        var path = Make();
        File.Delete(path + BackupNote.Extension);

        Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("другой")]
    public async Task Restore_WithoutThePassphrase_IsRefused(string? passphrase)
    {
        await FillAsync(1);
        var path = Make("пароль");

        Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, passphrase));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Make_IntoAFolderThatIsAFile_SaysSoAndLeavesNothing()
    {
        await FillAsync(1);
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        Assert.ThrowsAny<IOException>(() => Backup.Make(_database.Address, file, null, Now));
    }

    [Fact]
    public async Task Prune_KeepsTheLatest()
    {
        await FillAsync(1);
        var made = Enumerable.Range(1, 4).Select(day => Backup.Make(_database.Address, _folder.FullName, null, Now.AddDays(day))).ToList();

        Assert.Equal(2, Backup.Prune(_folder.FullName, 2));
        Assert.Equal([made[3], made[2]], Backup.List(_folder.FullName));
        Assert.Equal(4, _folder.EnumerateFiles().Count());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Make(string? passphrase = null) => Backup.Make(_database.Address, _folder.FullName, passphrase, Now);

    private async Task FillAsync(int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await _database.AppendAsync(Guid.NewGuid().ToString("N"), 0, A.Entry());
        }
    }

    private static async Task<(long Rows, Tracking.Ledger.BrokenRow? First)> VerifiedAsync(Database database)
    {
        var report = await EventLedger.VerifyAsync(database, default);
        return (report.Rows, report.First);
    }
}
