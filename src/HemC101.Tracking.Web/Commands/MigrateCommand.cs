using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Commands;

internal sealed class MigrateCommand : ICommand
{
    public string Name => "migrate";

    public string Usage => DatabaseFile.Usage;

    public Text Purpose => new("создать базу данных или обновить её структуру", "create the database or bring its structure up to date");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line.Words.Count > 0)
        {
            return Task.FromResult(CommandDesk.Misused(this, screen));
        }

        var address = DatabaseFile.NewAddressOf(line, DatabaseFile.Settings());
        Migrator.Migrate(address);
        screen.Out.WriteLine($"База данных готова: {address}");
        screen.Out.WriteLine($"The database is ready: {address}");
        return Task.FromResult(ExitCode.Good);
    }
}
