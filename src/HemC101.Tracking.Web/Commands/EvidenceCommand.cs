using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Proofs;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Writes one chain as a ZIP that proves itself without this program.</summary>
internal sealed class EvidenceCommand : ICommand
{
    private const string To = "to";

    public string Name => "evidence";

    public string Usage => $"<CoI> --{To} <file.zip> {ProofCommands.Usage}";

    public Text Purpose => new("выгрузить цепочку с доказательством неизменности", "export a chain with the proof that it is unaltered");

    public IReadOnlyCollection<string> Options => [To, DatabaseFile.Option, ProofCommands.Keys];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        if (line is not { Words: [var word] } || line.Option(To) is not { } file)
        {
            return CommandDesk.Misused(this, screen);
        }

        return CoiId.TryParse(word, out var coi)
            ? await ProofCommands.RunAsync(line, screen, deposit: null, async services => await ProofCommands.HandOutAsync(
                await services.GetRequiredService<EvidenceBundle>().MakeAsync(coi, ct), file, NoChain(word), screen, ct))
            : await ProofCommands.HandOutAsync(null, file, NoChain(word), screen, ct);
    }

    private static Text NoChain(string coi) => new($"Цепочки {coi} нет.", $"There is no chain {coi}.");
}
