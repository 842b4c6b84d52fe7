using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Backups;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Brings a backup back as a new file, or only proves that it could: restored beside, and its ledger and seals verified.</summary>
internal sealed class RestoreCommand : ICommand
{
    private const string Check = "check";
    private const string From = "from";
    private const string To = "to";

    private static readonly Text NumbersSkipped = new(
        "Номера идут дальше с пропуском: выданные после резервной копии не повторятся. Найдите и уничтожьте этикетки, браслеты и бейджи, напечатанные после неё.",
        "Numbers go on after a gap: those given after the backup are not given again. Find and destroy the labels, bands and badges that were printed after it.");

    public string Name => "restore";

    public string Usage => $"--{Check} <backup> | --{From} <backup> --{To} <new file> [--{BackupCommand.PassphraseFile} <file>]";

    public Text Purpose => new("проверить резервную копию или восстановить из неё", "check a backup, or restore from it");

    public IReadOnlyCollection<string> Options => [Check, From, To, BackupCommand.PassphraseFile];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) => (line.Words, line.Option(Check), line.Option(From), line.Option(To)) switch
    {
        ([], { } backup, null, null) => CheckAsync(line, backup, screen, ct),
        ([], null, { } backup, { } target) => RestoreAsync(line, backup, target, isToBeUsed: true, screen, ct),
        _ => Task.FromResult(CommandDesk.Misused(this, screen)),
    };

    private static async Task<int> CheckAsync(CommandLine line, string backup, CommandScreen screen, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("hemc101-restore-");
        try
        {
            return await RestoreAsync(line, backup, Path.Combine(folder.FullName, "restored.db"), isToBeUsed: false, screen, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RestoreAsync(
        CommandLine line, string backup, string target, bool isToBeUsed, CommandScreen screen, CancellationToken ct)
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

        // A backup may be older than the program.
        Migrator.Migrate(target);
        await using var database = new Database(target);
        screen.Out.WriteLine(target);
        var verified = await VerifyCommand.VerifyAsync(database, deposit: null, screen, ct);
        if (verified == ExitCode.Good && isToBeUsed)
        {
            await SkipNumbersAsync(database, screen, ct);
        }

        return verified;
    }

    private static async Task SkipNumbersAsync(Database database, CommandScreen screen, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await Numbers.SkipAsync(uow, ct);
        await uow.CommitAsync(ct);
        screen.Out.WriteLine(NumbersSkipped.Ru);
        screen.Out.WriteLine(NumbersSkipped.En);
    }
}
