using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Proofs;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Seals the ledger now, and brings seals to a deposit.</summary>
internal sealed class SealCommand : ICommand
{
    private const string Deposit = "to";

    public string Name => "seal";

    public string Usage => $"{ProofCommands.Usage} [--{Deposit} <folder for copies of all seals>]";

    public Text Purpose => new("опечатать журнал подписью", "seal the ledger with a signature");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option, ProofCommands.Keys, Deposit];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) =>
        line.Words.Count > 0
            ? CommandDesk.Misused(this, screen)
            : await ProofCommands.RunAsync(line, screen, line.Option(Deposit), services => SealAsync(services, line.Option(Deposit), screen, ct));

    private static async Task<int> SealAsync(IServiceProvider services, string? deposit, CommandScreen screen, CancellationToken ct)
    {
        var seal = await services.GetRequiredService<Sealer>().SealAsync(ct);
        screen.Out.WriteLine(seal?.Text ?? "Новых записей нет. / There are no new entries.");
        if (deposit is null)
        {
            return ExitCode.Good;
        }

        try
        {
            var brought = await new SealDeposit(services.GetRequiredService<Database>(), deposit).BringAsync(ct);
            screen.Out.WriteLine($"Новых печатей в хранилище / Seals new in the deposit: {brought}");
            return ExitCode.Good;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Refuse(new($"Хранилище печатей недоступно: {e.Message}", $"The deposit of seals cannot be written: {e.Message}"));
            return ExitCode.Unusable;
        }
    }
}
