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
        try
        {
            var entries = Copy(file.Path, copy);
            if (passphrase is not null)
            {
                Seal(copy, passphrase);
            }

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
        if (File.Exists(target))
        {
            throw new BackupUnusableException(BackupReasons.TargetExists.With(target));
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

    private static void Seal(string path, string passphrase)
    {
        var open = path + ".open";
        File.Move(path, open);
        try
        {
            using var plain = File.OpenRead(open);
            using var to = File.Create(path);
            SealedStream.Seal(plain, to, passphrase);
            to.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(open);
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
