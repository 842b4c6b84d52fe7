using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Backups;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Brings a backup back as a new file, or only proves that it could: restored beside, and its ledger and seals verified.</summary>
internal sealed class RestoreCommand : ICommand
{
    private const string Check = "check";
    private const string From = "from";
    private const string To = "to";

    public string Name => "restore";

    public string Usage => $"--{Check} <backup> | --{From} <backup> --{To} <new file> [--{BackupCommand.PassphraseFile} <file>]";

    public Text Purpose => new("проверить резервную копию или восстановить из неё", "check a backup, or restore from it");

    public IReadOnlyCollection<string> Options => [Check, From, To, BackupCommand.PassphraseFile];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) => (line.Words, line.Option(Check), line.Option(From), line.Option(To)) switch
    {
        ([], { } backup, null, null) => CheckAsync(line, backup, screen, ct),
        ([], null, { } backup, { } target) => RestoreAsync(line, backup, target, screen, ct),
        _ => Task.FromResult(CommandDesk.Misused(this, screen)),
    };

    private static async Task<int> CheckAsync(CommandLine line, string backup, CommandScreen screen, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-restore-");
        try
        {
            return await RestoreAsync(line, backup, Path.Combine(folder.FullName, "restored.db"), screen, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RestoreAsync(CommandLine line, string backup, string target, CommandScreen screen, CancellationToken ct)
    {
        var code = BackupCommand.Guarded(screen, () =>
        {
            Backup.Restore(backup, target, BackupCommand.Passphrase(line));
            return ExitCode.Good;
        });
        if (code != ExitCode.Good)
        {
            return code;
        }

        await using var database = new Database(target);
        screen.Out.WriteLine(target);
        return await VerifyCommand.VerifyAsync(database, deposit: null, screen, ct);
    }
}
