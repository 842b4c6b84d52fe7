using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Finds and runs the command that the command line names.</summary>
internal static class CommandDesk
{
    /// <summary>After a finding in the ledger.</summary>
    public static readonly Text StopAndKeep = new(
        "Остановите работу по системе, сохраните копию файла и сообщите службе качества.",
        "Stop working with the system, keep a copy of the file and tell quality assurance.");

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "help"];

    private static IReadOnlyList<ICommand> Commands { get; } =
    [
        new InspectCommand(), new VerifyCommand(), new RebuildCommand(), new SealCommand(), new EvidenceCommand(), new ConsistencyCommand(), new BackupCommand(), new RestoreCommand(),
        new CopyCommand(), new MigrateCommand(), new UserAddCommand(), new KeysEscrowCommand(), new ScenarioCommand(),
    ];

    /// <summary>False for an empty line and for settings such as <c>--urls</c>: these are for the web site.</summary>
    public static bool Concerns(IReadOnlyList<string> args) =>
        args is [var first, ..] && (HelpWords.Contains(first) || !first.StartsWith("--", StringComparison.Ordinal));

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandScreen screen, CancellationToken ct)
    {
        if (HelpWords.Contains(args[0]))
        {
            WriteHelp(screen.Out);
            return ExitCode.Good;
        }

        if (Commands.FirstOrDefault(command => IsNamed(command, args)) is not { } named)
        {
            screen.Refuse(new($"Такой команды нет: {args[0]}", $"There is no such command: {args[0]}"));
            WriteHelp(screen.Error);
            return ExitCode.Unusable;
        }

        var rest = args.Skip(WordsOf(named).Length).ToList();
        return CommandLine.Parse(rest, named.Options) is { } line
            ? await RunAsync(named, line, screen, ct)
            : Misused(named, screen);
    }

    /// <summary>For a command that misses a word or an option.</summary>
    public static int Misused(ICommand command, CommandScreen screen)
    {
        screen.Refuse(new("Команда введена не так. Нужно:", "The command was not entered this way. Use:"));
        screen.Error.WriteLine(LineOf(command));
        return command.Unusable;
    }

    private static async Task<int> RunAsync(ICommand command, CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        try
        {
            return await command.RunAsync(line, screen, ct);
        }
        catch (DatabaseUnusableException e)
        {
            screen.Refuse(e.Text);
            return command.Unusable;
        }
        catch (System.Data.Common.DbException e)
        {
            screen.Refuse(new(
                $"База данных ответила неожиданно: {e.Message}. Повторите команду; если снова так, сохраните копию и сообщите администратору.",
                $"The database answered unexpectedly: {e.Message}. Try again; if it stays so, keep a copy and tell the administrator."));
            return command.Unusable;
        }
    }

    private static void WriteHelp(TextWriter to)
    {
        to.WriteLine("HemC101.Tracking.Web [--key value …]  запустить сайт / run the web site");
        foreach (var command in Commands)
        {
            to.WriteLine($"{LineOf(command)}  {command.Purpose.Ru} / {command.Purpose.En}");
        }
    }

    private static string LineOf(ICommand command) => $"HemC101.Tracking.Web {command.Name} {command.Usage}";

    private static bool IsNamed(ICommand command, IReadOnlyList<string> args) =>
        args.Take(WordsOf(command).Length).SequenceEqual(WordsOf(command));

    private static string[] WordsOf(ICommand command) => command.Name.Split(' ');
}
