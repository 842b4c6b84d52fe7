using HemC101.Tracking.Storage.Backups;
using HemC101.Tracking.Web.Backups;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Copies the database while the site works.</summary>
internal sealed class BackupCommand : ICommand
{
    public const string PassphraseFile = "passphrase-file";
    private const string To = "to";

    public string Name => "backup";

    public string Usage => $"--{To} <folder> [--{PassphraseFile} <file>] {DatabaseFile.Usage}";

    public Text Purpose => new("сделать резервную копию, не останавливая работу", "make a backup while work goes on");

    public IReadOnlyCollection<string> Options => [To, PassphraseFile, DatabaseFile.Option];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) =>
        Task.FromResult(line is { Words: [] } && line.Option(To) is { } folder ? Make(line, folder, screen) : CommandDesk.Misused(this, screen));

    /// <summary>What a command about backups can meet, said to the operator.</summary>
    public static int Guarded(CommandScreen screen, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (BackupUnusableException e)
        {
            screen.Refuse(e.Text);
            return ExitCode.No;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            screen.Refuse(new($"Не получилось: {e.Message} Ничего не изменено.", $"It did not work: {e.Message} Nothing was changed."));
            return ExitCode.Unusable;
        }
    }

    public static string? Passphrase(CommandLine line) => line.Option(PassphraseFile) is { } file ? BackupOptions.Read(file) : null;

    private static int Make(CommandLine line, string folder, CommandScreen screen) => Guarded(screen, () =>
    {
        screen.Out.WriteLine(Backup.Make(DatabaseFile.AddressOf(line, DatabaseFile.Settings()), folder, Passphrase(line), TimeProvider.System.GetUtcNow()));
        return ExitCode.Good;
    });
}
