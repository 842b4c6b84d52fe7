using HemC101.Tracking.Storage.Backups;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>A backup, in the clear or under a passphrase, and the note beside it.</summary>
public sealed class TornBackupTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>, IDisposable
{
    private const int Written = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-torn-");

    private string Target => Path.Combine(_folder.FullName, "restored.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("пароль")]
    public async Task WoundedCopy_IsRefused_AndNothingIsRestored(string? passphrase)
    {
        var (path, _) = await MakeAsync(passphrase);
        var whole = await File.ReadAllBytesAsync(path);

        foreach (var wound in Wound.Of(seed: 15, whole.Length, flips: 120, cuts: 20))
        {
            await File.WriteAllBytesAsync(path, wound.Inflict(whole));

            Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, passphrase));
            Assert.Equal(2, _folder.EnumerateFiles().Count());
        }
    }

    /// <summary>The time and the name in a note are for people; all else in it decides.</summary>
    [Fact]
    public async Task WoundedNote_IsRefused_OrTheCopyIsWhole()
    {
        var (path, ledger) = await MakeAsync(null);
        var note = path + BackupNote.Extension;
        var whole = await File.ReadAllBytesAsync(note);
        var refused = 0;

        foreach (var wound in Wound.Of(seed: 16, whole.Length, flips: 100, cuts: 20))
        {
            await File.WriteAllBytesAsync(note, wound.Inflict(whole));
            try
            {
                Backup.Restore(path, Target, null);
                Assert.Equal(new Reading(null, null, Written), await ledger.ReadAsync(Target));
                Array.ForEach(_folder.GetFiles(Path.GetFileName(Target) + "*"), read => read.Delete());
            }
            catch (BackupUnusableException)
            {
                refused++;
            }

            Assert.Equal(2, _folder.EnumerateFiles().Count());
        }

        Assert.InRange(refused, 20, 119);
    }

    /// <summary>A copy whose note was lost and written anew over what lies there now: the passphrase still tells.</summary>
    [Fact]
    public async Task WoundedSealedCopy_UnderANoteThatFitsIt_IsRefused()
    {
        var (path, _) = await MakeAsync("пароль");
        var whole = await File.ReadAllBytesAsync(path);
        var note = BackupNote.Read(await File.ReadAllTextAsync(path + BackupNote.Extension))!;

        foreach (var wound in Wound.Of(seed: 23, whole.Length, flips: 3, cuts: 1))
        {
            var wounded = wound.Inflict(whole);
            await File.WriteAllBytesAsync(path, wounded);
            var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(wounded));
            await File.WriteAllTextAsync(path + BackupNote.Extension, (note with { Sha256 = sha256 }).Write());

            Assert.Throws<BackupUnusableException>(() => Backup.Restore(path, Target, "пароль"));
            Assert.False(File.Exists(Target));
        }
    }

    private async Task<(string Path, WrittenLedger Ledger)> MakeAsync(string? passphrase)
    {
        await using var database = fixture.NewDatabase();
        var ledger = await WrittenLedger.WriteAsync(database, Written);
        return (Backup.Make(database.Address, _folder.FullName, passphrase, A.Moment), ledger);
    }
}
