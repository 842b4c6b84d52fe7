using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Backups;

/// <summary>Section <c>Backups</c> of the configuration.</summary>
/// <param name="Folder">Null: no backups are made by the program.</param>
/// <param name="Hours">Between two.</param>
/// <param name="Keep">So many; older ones are removed.</param>
/// <param name="PassphraseFile">Its first line encrypts the copies; null leaves them in the clear.</param>
public sealed record BackupOptions(string? Folder, int Hours, int Keep, string? PassphraseFile)
{
    private const int Daily = 24;
    private const int AMonth = 30;
    private const int LongestHours = 7 * 24;

    /// <exception cref="SettingFault">A number is out of range.</exception>
    public static BackupOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Backups");
        var options = new BackupOptions(
            section["Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
            section.GetValue("Hours", Daily),
            section.GetValue("Keep", AMonth),
            section["PassphraseFile"] is { Length: > 0 } file ? file : null);
        return options is { Hours: >= 1 and <= LongestHours, Keep: >= 1 }
            ? options
            : throw new SettingFault(new(
                $"Backups:Hours – от 1 до {LongestHours}, Backups:Keep – не меньше 1.",
                $"Backups:Hours has to be 1 to {LongestHours} and Backups:Keep at least 1."));
    }

    /// <exception cref="SettingFault">The database is on a server, of which the program makes no copies.</exception>
    internal static void HasToFit(IConfiguration configuration)
    {
        if (configuration["Backups:Folder"] is { Length: > 0 } && configuration["Database:Provider"] == SiteDatabase.Server)
        {
            throw new SettingFault(new(
                "Backups:Folder: базу PostgreSQL программа не копирует. Уберите настройку и запускайте по расписанию deploy/postgres/backup.sh.",
                "Backups:Folder: the program makes no copies of a PostgreSQL database. Remove the setting and run deploy/postgres/backup.sh from a timer."));
        }
    }

    /// <exception cref="IOException">The file with the passphrase cannot be read.</exception>
    public string? Passphrase() => PassphraseFile is null ? null : Read(PassphraseFile);

    /// <exception cref="IOException">It is not there, or its first line is empty.</exception>
    public static string Read(string file) =>
        File.ReadLines(file).FirstOrDefault() is { Length: > 0 } passphrase ? passphrase : throw new IOException($"The first line of {file} is empty: it has to hold the passphrase.");
}
