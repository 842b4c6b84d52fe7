using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What a step's label events leave beside the ledger: the row of each print, and its job, which waits when there is no printer.</summary>
public sealed class LabelOrders(PrintSignal signal)
{
    /// <summary>On paper or still on its way to it, and in use.</summary>
    private static readonly LabelPrintState[] Unapplied = [LabelPrintState.Queued, LabelPrintState.Printed];

    private static readonly LabelPrintState[] InUse = [.. Unapplied, LabelPrintState.Applied];

    public async Task WriteAsync(UnitOfWork uow, ChainState after, IReadOnlyList<ChainEvent> events, Act act, CancellationToken ct)
    {
        foreach (var what in events)
        {
            await (what switch
            {
                LabelPrinted printed => PrintAsync(uow, after, printed, act, ct),
                LabelApplied applied => ApplyAsync(uow, applied, act, ct),
                BagRelabelled relabelled => SupersedeAsync(uow, relabelled.OldLabel, act, ct),
                FallbackSetTaken taken => ReplaceAsync(uow, taken.Replaced, act, ct),
                LabelDestroyed destroyed => MoveAsync(uow, destroyed.Serial, InUse, LabelPrintState.Void, destroyed.Reason, act, ct),
                _ => Task.CompletedTask,
            });
        }
    }

    private static async Task ReplaceAsync(UnitOfWork uow, IReadOnlyList<PrintSerial> old, Act act, CancellationToken ct)
    {
        foreach (var serial in old)
        {
            await SupersedeAsync(uow, serial, act, ct);
        }
    }

    private static async Task ApplyAsync(UnitOfWork uow, LabelApplied applied, Act act, CancellationToken ct)
    {
        await MoveAsync(uow, applied.Serial, Unapplied, LabelPrintState.Applied, null, act, ct);
        await SupersedeAsync(uow, applied.Supersedes, act, ct);
    }

    private static async Task SupersedeAsync(UnitOfWork uow, PrintSerial? old, Act act, CancellationToken ct)
    {
        if (old is { } serial)
        {
            await MoveAsync(uow, serial, InUse, LabelPrintState.Superseded, null, act, ct);
        }
    }

    private static async Task MoveAsync(
        UnitOfWork uow, PrintSerial serial, LabelPrintState[] from, LabelPrintState to, string? reason, Act act, CancellationToken ct)
    {
        foreach (var state in from)
        {
            if (await LabelPrints.MoveAsync(uow, serial, state, to, reason, act.RecordedAt, ct))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The registry and the chain do not agree about print {serial}: it cannot become {to}.");
    }

    private async Task PrintAsync(UnitOfWork uow, ChainState after, LabelPrinted printed, Act act, CancellationToken ct)
    {
        var added = await LabelPrints.AddAsync(
            uow,
            new LabelPrintRow
            {
                Serial = printed.Serial,
                Kind = printed.Kind,
                Carrier = printed.Carrier,
                State = LabelPrintState.Queued,
                SubjectNo = after.Subject,
                Coi = after.Coi,
                Donation = CollectionBagId.TryParse(printed.Of, out var collected) ? collected.Donation : null,
                Bag = DoseBagId.TryParse(printed.Of, out var bag) ? bag : null,
                Batch = BatchNumber.TryParse(printed.Of, out var batch) ? batch : null,
                Symbol = PrintedSymbol.Of(after, printed),
                PrintedBy = act.By.ToString(),
                CreatedAt = act.RecordedAt,
                ChangedAt = act.RecordedAt,
                Supersedes = printed.Supersedes,
            },
            ct);
        if (!added)
        {
            throw new InvalidOperationException($"The registry and the chain do not agree about print {printed.Serial} or what it supersedes.");
        }

        await SupersedeAsync(uow, printed.AlsoSupersedes, act, ct);
        var printer = await Printers.FindDefaultAsync(uow, ct);
        var references = JsonSerializer.Serialize(new LabelReference(after.Coi, printed.Of));
        await PrintJobs.EnqueueAsync(uow, new NewPrintJob(printed.Serial, printed.Kind, printer?.Name, references), act.RecordedAt, ct);
        signal.Raise();
    }
}
