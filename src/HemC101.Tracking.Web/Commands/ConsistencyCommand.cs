using System.Globalization;
using HemC101.Tracking.Web.Proofs;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Writes a ZIP that proves, without this program, that the ledger continues what an earlier seal covers.</summary>
internal sealed class ConsistencyCommand : ICommand
{
    private const string To = "to";

    public string Name => "consistency";

    public string Usage => $"<entries of an earlier seal> --{To} <file.zip> {ProofCommands.Usage}";

    public Text Purpose => new("доказать, что журнал продолжает прежнюю печать", "prove that the ledger continues an earlier seal");

    public IReadOnlyCollection<string> Options => [To, DatabaseFile.Option, ProofCommands.Keys];

    public Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct) =>
        line is { Words: [var word] } && line.Option(To) is { } file && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            ? ProofCommands.RunAsync(line, screen, deposit: null, async services => await ProofCommands.HandOutAsync(
                await services.GetRequiredService<ConsistencyBundle>().MakeAsync(entries, ct), file, NoSeal(entries), screen, ct))
            : Task.FromResult(CommandDesk.Misused(this, screen));

    /// <summary>What to do next, too: the number is easily mistyped, and a seal that is gone is a finding.</summary>
    public static Text NoSeal(long entries) => new(
        $"Печати, под которой записей ровно {entries}, нет. Число стоит в имени файла печати: seal-{entries:D11}.txt. Если такая печать у вас есть, выполните verify --seals.",
        $"There is no seal over exactly {entries} entries. The number stands in the name of the seal's file: seal-{entries:D11}.txt. If you hold such a seal, run verify --seals.");
}
