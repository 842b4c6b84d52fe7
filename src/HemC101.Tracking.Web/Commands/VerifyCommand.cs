using System.Data.Common;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Proofs;

namespace HemC101.Tracking.Web.Commands;

/// <summary>
/// Follows every hash of the ledger, holds every seal against it, and it against the tables beside it. Changes nothing: neither makes nor
/// migrates a database.
/// </summary>
internal sealed class VerifyCommand : ICommand
{
    private const string Deposit = "seals";

    public string Name => "verify";

    public string Usage => $"{DatabaseFile.Usage} [--{Deposit} <folder of deposited seals>] [--{ProofCommands.Keys} <folder of the key ring>]";

    public Text Purpose => new("проверить, что журнал, печати и таблицы никто не изменил", "check that nobody altered the ledger, its seals and the tables");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option, Deposit, ProofCommands.Keys];

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
            var code = await VerifyAsync(database, line.Option(Deposit), screen, ct);
            return code == ExitCode.Good ? await NamesCheck.RunAsync(database, RingOf(line, address), screen, ct) : code;
        }
        catch (DbException e)
        {
            screen.Refuse(DatabaseFile.Unreadable(address, e));
            return ExitCode.Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Refuse(new($"Хранилище печатей не читается: {e.Message}", $"The deposit of seals cannot be read: {e.Message}"));
            return ExitCode.Unusable;
        }
    }

    private static string RingOf(CommandLine line, DatabaseAddress address) =>
        line.Option(ProofCommands.Keys) ?? ProofCommands.RingOf(address, DatabaseFile.Settings());

    /// <param name="database">Of this version; somebody may have written anything into it.</param>
    /// <param name="deposit">Folder of seals; null for none.</param>
    /// <param name="screen">What was found is said here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<int> VerifyAsync(Database database, string? deposit, CommandScreen screen, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        using var keys = new SealKeys();
        var kept = await OwnAsync(session, keys, ct);
        var deposited = Deposited(deposit, keys);
        var report = await EventLedger.VerifyAsync(session, [kept, deposited], ct);
        screen.Out.WriteLine($"Проверено записей / Entries checked: {report.Rows}");
        var broken = report.First?.Text ?? kept.End()?.Text ?? deposited.End()?.Text ?? (await ProjectionCheck.FindAsync(session, ct))?.Text;
        if (broken is null)
        {
            screen.Out.WriteLine($"Верных печатей / Seals that fit: {kept.Sound}{(deposit is null ? "" : $", {deposited.Sound} из хранилища / of the deposit")}");
            foreach (var key in keys.Used)
            {
                screen.Out.WriteLine($"Ключ печатей / Key of the seals: {key}");
            }

            screen.Out.WriteLine("Журнал не изменён, таблицы с ним согласны.");
            screen.Out.WriteLine("The ledger is unaltered, and the tables agree with it.");
            return ExitCode.Good;
        }

        screen.Refuse(broken);
        screen.Refuse(CommandDesk.StopAndKeep);
        return ExitCode.No;
    }

    private static async Task<SealCheck> OwnAsync(Source source, SealKeys keys, CancellationToken ct)
    {
        keys.Add(await SealRows.ListKeysAsync(source, ct));
        return new(await SealRows.ListAsync(source, ct), keys.ById, inLine: true);
    }

    private static SealCheck Deposited(string? folder, SealKeys keys)
    {
        if (folder is null)
        {
            return new([], keys.ById, inLine: false);
        }

        var (seals, pems) = SealDeposit.Read(folder);
        keys.Add(pems);
        return new(seals, keys.ById, inLine: false);
    }
}
