using System.Data.Common;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Follows every hash of the ledger. Changes nothing: neither makes nor migrates a database.</summary>
internal sealed class VerifyCommand : ICommand
{
    public string Name => "verify";

    public string Usage => DatabaseFile.Usage;

    public Text Purpose => new("проверить, что журнал никто не изменил", "check that nobody altered the ledger");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line.Words.Count > 0)
        {
            return CommandDesk.Misused(this, screen);
        }

        var address = DatabaseFile.AddressOf(line, DatabaseFile.Settings());
        if (address is DatabaseAddress.SqliteFile file && !File.Exists(file.Path))
        {
            screen.Refuse(new($"Файла базы данных нет: {file.Path}", $"There is no database file: {file.Path}"));
            return ExitCode.Unusable;
        }

        try
        {
            await using var database = new Database(address);
            return await VerifyAsync(database, screen, ct);
        }
        catch (DbException e)
        {
            screen.Refuse(new(
                $"{address} не читается как база данных этой системы ({e.Message}) Проверьте адрес; если он верен, восстановите резервную копию.",
                $"{address} cannot be read as a database of this system ({e.Message}) Check the address; if it is right, restore the backup."));
            return ExitCode.Unusable;
        }
    }

    private static async Task<int> VerifyAsync(Database database, CommandScreen screen, CancellationToken ct)
    {
        var report = await EventLedger.VerifyAsync(database, ct);
        screen.Out.WriteLine($"Проверено записей / Entries checked: {report.Rows}");
        if (report.First is not { } broken)
        {
            screen.Out.WriteLine("Журнал не изменён.");
            screen.Out.WriteLine("The ledger is unaltered.");
            return ExitCode.Good;
        }

        screen.Refuse(broken.Text);
        screen.Refuse(new(
            "Остановите работу по системе, сохраните копию файла и сообщите службе качества.",
            "Stop working with the system, keep a copy of the file and tell quality assurance."));
        return ExitCode.No;
    }
}
