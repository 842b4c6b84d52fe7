using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Backups;

/// <summary>
/// Copies of a SQLite database, made while work goes on: each of one moment, checked before it counts, with a note beside it. The key ring is
/// not in them: a copy and its keys belong in different places.
/// </summary>
public static class Backup
{
    private const string Prefix = "hemc101-";
    private const string Plain = ".db";
    private const string Sealed = ".db.sealed";
    private const string Half = ".part";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>A database being opened, closed or checkpointed is locked for a moment; copying itself, unlike a command, would not wait.</summary>
    private const string WaitForLocks = "pragma busy_timeout = 30000";

    /// <param name="address">Of the database in use.</param>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="passphrase">Null leaves the copy in the clear.</param>
    /// <param name="now">Names the file.</param>
    /// <returns>Path of the copy.</returns>
    /// <exception cref="BackupUnusableException">The database is on a server, which has its own way.</exception>
    /// <exception cref="DatabaseUnusableException">The copy is damaged: so is the database.</exception>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full; nothing half-written counts as a copy.</exception>
    public static string Make(DatabaseAddress address, string folder, string? passphrase, DateTimeOffset now)
    {
        if (address is not DatabaseAddress.SqliteFile file)
        {
            throw new BackupUnusableException(BackupReasons.ServerDatabase);
        }

        Directory.CreateDirectory(folder);
        var name = Prefix + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture) + (passphrase is null ? Plain : Sealed);
        var path = Path.Combine(folder, name);
        var copy = path + Half;
        Sweep(folder, now);
        try
        {
            var entries = passphrase is null ? Copy(file.Path, copy) : CopySealed(file.Path, copy, passphrase, now);

            var note = new BackupNote(name, Sha256(copy), entries, Instants.CutToMilliseconds(now), passphrase is not null);
            File.Move(copy, path);
            File.WriteAllText(path + BackupNote.Extension + Half, note.Write());
            File.Move(path + BackupNote.Extension + Half, path + BackupNote.Extension);
            return path;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Brings a copy back as a new database, after checking all of it.</summary>
    /// <param name="path">Of the copy, its note beside it.</param>
    /// <param name="target">A file that is not there yet.</param>
    /// <param name="passphrase">Null for a copy in the clear.</param>
    /// <exception cref="BackupUnusableException">Nothing was restored.</exception>
    public static void Restore(string path, string target, string? passphrase)
    {
        if (Beside(target).FirstOrDefault(File.Exists) is { } left)
        {
            throw new BackupUnusableException(BackupReasons.TargetExists.With(left, string.Join(", ", Beside(target).Where(File.Exists))));
        }

        var half = target + Half;
        try
        {
            Open(path, half, passphrase);
            File.Move(half, target);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>A database that was not closed in order has part of its last steps in its log: both belong together, and to nothing else.</summary>
    private static string[] Beside(string path) => [path, path + "-wal", path + "-shm", path + "-journal"];

    /// <summary>Copies in a folder, the latest first; half-written ones and those without a note do not count.</summary>
    public static IReadOnlyList<string> List(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, Prefix + "*")
                .Where(path => (path.EndsWith(Plain, StringComparison.Ordinal) || path.EndsWith(Sealed, StringComparison.Ordinal)) && File.Exists(path + BackupNote.Extension))
                .OrderDescending(StringComparer.Ordinal)]
            : [];

    /// <summary>Removes the oldest copies beyond a number.</summary>
    /// <param name="folder">Of the copies.</param>
    /// <param name="keep">From 1.</param>
    /// <returns>How many were removed.</returns>
    public static int Prune(string folder, int keep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        var old = List(folder).Skip(keep).ToList();
        foreach (var path in old)
        {
            File.Delete(path + BackupNote.Extension);
            File.Delete(path);
        }

        return old.Count;
    }

    private static long Copy(string from, string to)
    {
        using (var source = new SqliteConnection(SqliteAddress.Of(from, SqliteOpenMode.ReadOnly)))
        using (var target = new SqliteConnection(Unpooled(to)))
        {
            source.Open();
            target.Open();
            source.Execute(WaitForLocks);
            source.BackupDatabase(target);
            target.Execute("pragma journal_mode = delete");
        }

        return Checked(to) ?? throw new DatabaseUnusableException(DatabaseReasons.Damaged.With(from));
    }

    private static void Open(string path, string to, string? passphrase)
    {
        var noted = path + BackupNote.Extension;
        var note = File.Exists(noted) ? BackupNote.Read(File.ReadAllText(noted)) : null;
        if (note is null)
        {
            throw new BackupUnusableException(BackupReasons.NoNote.With(path));
        }

        if (!File.Exists(path) || Sha256(path) != note.Sha256)
        {
            throw new BackupUnusableException(BackupReasons.Changed.With(path));
        }

        if (note.Encrypted)
        {
            Unseal(path, to, passphrase ?? throw new BackupUnusableException(BackupReasons.PassphraseNeeded.With(path)));
        }
        else
        {
            File.Copy(path, to, overwrite: true);
        }

        if (Checked(to) != note.Entries)
        {
            throw new BackupUnusableException(BackupReasons.OtherLedger.With(path));
        }
    }

    /// <returns>Size of the ledger; null when the file is damaged.</returns>
    private static long? Checked(string path)
    {
        try
        {
            using var connection = new SqliteConnection(Unpooled(path));
            connection.Open();
            return connection.QueryFirst<string>("pragma integrity_check(1)") == "ok"
                ? connection.QuerySingle<long>("select position from ledger_head where one = 1")
                : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>What is in the clear for a moment lies beside the database, as well guarded as that, and never in the folder of the copies.</summary>
    private static long CopySealed(string from, string to, string passphrase, DateTimeOffset now)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(from))!;
        Sweep(beside, now);
        var clear = Path.Combine(beside, Path.GetFileName(to));
        clear = clear == Path.GetFullPath(to) ? clear + ".open" : clear;
        try
        {
            var entries = Copy(from, clear);
            using var plain = File.OpenRead(clear);
            using var seal = File.Create(to);
            SealedStream.Seal(plain, seal, passphrase);
            seal.Flush(flushToDisk: true);
            return entries;
        }
        finally
        {
            File.Delete(clear);
        }
    }

    /// <summary>What a run that was killed left behind; one that is under way is younger.</summary>
    private static void Sweep(string folder, DateTimeOffset now)
    {
        foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*{Half}*").Where(path => now - File.GetLastWriteTimeUtc(path) > Abandoned))
        {
            File.Delete(left);
        }
    }

    private static void Unseal(string path, string to, string passphrase)
    {
        try
        {
            using var from = File.OpenRead(path);
            using var plain = File.Create(to);
            SealedStream.Unseal(from, plain, passphrase);
        }
        catch (CryptographicException e)
        {
            throw new BackupUnusableException(BackupReasons.WrongPassphrase.With(path), e);
        }
    }

    private static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string Unpooled(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
}
