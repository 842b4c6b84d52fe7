using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Backups;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.Commands;

public sealed class BackupCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-backups-");

    private string Folder => Path.Combine(_data.FullName, "backups");

    private string Target => Path.Combine(_data.FullName, "restored.db");

    private string PassphraseFile => Path.Combine(_data.FullName, "passphrase");

    public async Task InitializeAsync()
    {
        await FreshSite.FillAsync(_data, [], DemoLeg.UpTo("apheresis.order"));
        await File.WriteAllTextAsync(PassphraseFile, "длинный пароль\n");
    }

    public Task DisposeAsync()
    {
        _data.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Restore_OfABackup_VerifiesLedgerAndSeals()
    {
        var backup = await BackupAsync();

        var (code, answer, _) = await Terminal.RunAsync("", "restore", "--from", backup, "--to", Target);

        Assert.Equal(ExitCode.Good, code);
        Assert.Contains("unaltered", answer, StringComparison.Ordinal);
        Assert.True(File.Exists(Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    public async Task Restore_BesideWhatADeadSiteLeft_IsRefusedAndNamesIt(string left)
    {
        var backup = await BackupAsync();
        await File.WriteAllTextAsync(Target + left, "of a site that was killed");

        var (code, _, error) = await Terminal.RunAsync("", "restore", "--from", backup, "--to", Target);

        Assert.Equal(ExitCode.No, code);
        Assert.Contains(Target + left, error, StringComparison.Ordinal);
        Assert.Equal("of a site that was killed", await File.ReadAllTextAsync(Target + left));
        Assert.Equal(left.Length == 0, File.Exists(Target));
    }

    [Fact]
    public async Task Restore_GivesNoNumberThatWasGivenSinceTheBackup()
    {
        var backup = await BackupAsync();
        var since = await NextAsync(FreshSite.DatabaseIn(_data));

        var (_, answer, _) = await Terminal.RunAsync("", "restore", "--from", backup, "--to", Target);

        Assert.Contains("destroy the labels", answer, StringComparison.Ordinal);
        Assert.Equal(since + 1_000, await NextAsync(Target));
        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync("", "verify", "--database", Target)).Code);
    }

    [Fact]
    public async Task Restore_OfABackupOfAnEarlierVersion_IsBroughtUpToDateAndVerified()
    {
        await AskAsync(FreshSite.DatabaseIn(_data), "drop table thing_use; delete from SchemaVersions where ScriptName like '%0013%'");
        var backup = await BackupAsync();

        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync("", "restore", "--check", backup)).Code);
        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync("", "restore", "--from", backup, "--to", Target)).Code);
    }

    [Fact]
    public async Task Backup_Encrypted_SweepsWhatAKilledRunLeft_AndNothingIsInTheClearThere()
    {
        Directory.CreateDirectory(Folder);
        var left = Path.Combine(Folder, "hemc101-20260101T000000000Z.db.sealed.part.open");
        var underWay = Path.Combine(Folder, "hemc101-20260101T000000001Z.db.part");
        await File.WriteAllTextAsync(left, "SQLite format 3");
        await File.WriteAllTextAsync(underWay, "another run");
        File.SetLastWriteTimeUtc(left, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        var backup = await BackupAsync("--passphrase-file", PassphraseFile);

        Assert.Equal([underWay, backup, backup + ".json"], Directory.GetFiles(Folder).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("SQLite format 3", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(backup)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAnEncryptedBackup_ProvesItAndLeavesNothing()
    {
        var backup = await BackupAsync("--passphrase-file", PassphraseFile);
        var before = _data.GetFileSystemInfos("*", SearchOption.AllDirectories).Length;

        Assert.Equal(ExitCode.Good, (await Terminal.RunAsync("", "restore", "--check", backup, "--passphrase-file", PassphraseFile)).Code);
        Assert.Equal(before, _data.GetFileSystemInfos("*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Check_OfADamagedBackup_SaysSo()
    {
        var backup = await BackupAsync();
        var bytes = await File.ReadAllBytesAsync(backup);
        bytes[5_000] ^= 1;
        await File.WriteAllBytesAsync(backup, bytes);

        var (code, _, error) = await Terminal.RunAsync("", "restore", "--check", backup);

        Assert.Equal(ExitCode.No, code);
        Assert.Contains("Take another backup", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_WithAPassphraseFileThatIsNotThere_MakesNone()
    {
        var (code, _, _) = await Terminal.RunAsync(
            "", "backup", "--to", Folder, "--passphrase-file", "none", "--database", FreshSite.DatabaseIn(_data));

        Assert.Equal(ExitCode.Unusable, code);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task Keeper_MakesOneADayAndKeepsTheLatest()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var database = new Database(FreshSite.DatabaseIn(_data));
        using var keeper = new BackupKeeper(database, new BackupOptions(Folder, 24, 2, null), time, NullLogger<BackupKeeper>.Instance);
        await keeper.StartAsync(default);
        for (var tries = 0; tries < 600 && Made().Count < 2; tries++)
        {
            time.Advance(TimeSpan.FromHours(6));
            await Task.Delay(20);
        }

        await keeper.StopAsync(default);

        Assert.Equal(2, Made().Count);
    }

    private static async Task<long> NextAsync(string file) => (long)(await AskAsync(file, "select next from number_sequence where name = 'print'"))!;

    private static async Task<object?> AskAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private IReadOnlyList<string> Made() => Storage.Backups.Backup.List(Folder);

    private async Task<string> BackupAsync(params string[] options)
    {
        var (code, answer, _) = await Terminal.RunAsync("", ["backup", "--to", Folder, "--database", FreshSite.DatabaseIn(_data), .. options]);
        Assert.Equal(ExitCode.Good, code);
        return answer.Trim();
    }
}
