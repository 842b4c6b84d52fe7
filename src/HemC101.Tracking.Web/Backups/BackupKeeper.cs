using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Backups;

namespace HemC101.Tracking.Web.Backups;

/// <summary>Makes a backup whenever the latest is old enough, also after a restart, and removes the oldest beyond the number to keep.</summary>
internal sealed class BackupKeeper(Database database, BackupOptions options, TimeProvider time, ILogger<BackupKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Folder is not { } folder || database.Address is not DatabaseAddress.SqliteFile)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, time);
        try
        {
            do
            {
                Keep(folder);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is being shut down.
        }
    }

    /// <summary>Work goes on when there is no backup; the log says why, and the next look tries again.</summary>
    private void Keep(string folder)
    {
        try
        {
            var now = time.GetUtcNow();
            if (Backup.List(folder) is [var latest, ..] && now - File.GetLastWriteTimeUtc(latest) < TimeSpan.FromHours(options.Hours))
            {
                return;
            }

            var made = Backup.Make(database.Address, folder, options.Passphrase(), now);
            var removed = Backup.Prune(folder, options.Keep);
            log.LogInformation("Backup {File} made, {Removed} old ones removed.", made, removed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DatabaseUnusableException or BackupUnusableException or System.Data.Common.DbException)
        {
            log.LogError(e, "No backup was made; it is tried again.");
        }
    }
}
