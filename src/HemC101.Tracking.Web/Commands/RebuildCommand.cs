using System.Data.Common;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;

namespace HemC101.Tracking.Web.Commands;

/// <summary>
/// Makes the work lists' rows (chains, collections, batches, dose bags) anew from the ledger, in one transaction. Refuses a ledger that
/// somebody altered: what is built from it would look right.
/// </summary>
internal sealed class RebuildCommand : ICommand
{
    public string Name => "rebuild";

    public string Usage => DatabaseFile.Usage;

    public Text Purpose => new("построить рабочие списки заново по журналу", "make the work lists anew from the ledger");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line.Words.Count > 0)
        {
            return CommandDesk.Misused(this, screen);
        }

        var address = DatabaseFile.AddressOf(line, DatabaseFile.Settings());
        if (DatabaseFile.Missing(address) is { } missing)
        {
            screen.Refuse(missing);
            return ExitCode.Unusable;
        }

        try
        {
            await using var database = new Database(address);
            return await RebuildAsync(database, screen, ct);
        }
        catch (DbException e)
        {
            screen.Refuse(DatabaseFile.Unreadable(address, e));
            return ExitCode.Unusable;
        }
    }

    private static async Task<int> RebuildAsync(Database database, CommandScreen screen, CancellationToken ct)
    {
        if ((await EventLedger.VerifyAsync(database, ct)).First is { } broken)
        {
            screen.Refuse(broken.Text);
            screen.Refuse(new(
                "Журнал изменён: по нему ничего не строится. Восстановите резервную копию.",
                "The ledger was altered: nothing is built from it. Restore the backup."));
            return ExitCode.No;
        }

        await using var uow = await database.BeginAsync(ct);
        var chains = await Rebuild.RunAsync(uow, ct);
        await uow.CommitAsync(ct);
        screen.Out.WriteLine($"Построено заново цепочек / Chains made anew: {chains}");
        return ExitCode.Good;
    }
}
