using System.Security.Cryptography;
using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Printing;

internal enum TurnEnd
{
    /// <summary>Nothing waits.</summary>
    Idle,

    /// <summary>One job left the head of the queue.</summary>
    Went,

    /// <summary>The printer is not there or cannot print; the job waits at its place.</summary>
    Unreachable,
}

/// <summary>One job of one printer, from the head of its queue to paper or to a person's desk.</summary>
internal sealed class PrinterTurn(
    Database database,
    LabelContents contents,
    TemplateDesk templates,
    PictureProof proof,
    PrinterStandings standings,
    TcpTimes times,
    TimeProvider time,
    ILogger<PrinterTurn> log)
{
    private static readonly Text OutOfUse = new(
        "Этикетка заменена или уничтожена до печати. Она не напечатана.",
        "The label was superseded or destroyed before it was printed. It was not printed.");

    public async Task<TurnEnd> TakeAsync(string printer, CancellationToken ct)
    {
        if (await WriteAsync(uow => PrintJobs.TakeNextAsync(uow, printer, time.GetUtcNow(), ct), ct) is not { } job)
        {
            return TurnEnd.Idle;
        }

        try
        {
            return await PrepareAsync(printer, job, ct) is { } label ? await SendAsync(printer, job, label, ct) : TurnEnd.Went;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A printer that has got a byte does not answer with a cancellation: nothing was sent.
            await WriteAsync(
                uow => PrintJobs.FailedAsync(uow, job.JobId, PrintTrouble.Interrupted, "The service was stopped.", time.GetUtcNow(), default), default);
            throw;
        }
    }

    /// <returns>Null when there is nothing to send; then the job is out of the way, with its reason.</returns>
    private async Task<RenderedLabel?> PrepareAsync(string printer, PrintJobRow job, CancellationToken ct)
    {
        if (await LabelPrints.FindAsync(database, job.Serial, ct) is { State: LabelPrintState.Void or LabelPrintState.Superseded })
        {
            await WriteAsync(uow => PrintJobs.WithdrawnAsync(uow, job.JobId, OutOfUse.Ru, time.GetUtcNow(), ct), ct);
            return null;
        }

        var (label, refusal) = await DrawAsync(printer, job, ct);
        await WriteAsync(
            uow => label is null
                ? PrintJobs.WithheldAsync(uow, job.JobId, refusal!.Ru, time.GetUtcNow(), ct)
                : PrintJobs.RenderedAsync(uow, job.JobId, Digest.Parse(label.Sha256, null), label.TemplateVersion, ct),
            ct);
        return label;
    }

    private async Task<(RenderedLabel? Label, Text? Refusal)> DrawAsync(string printer, PrintJobRow job, CancellationToken ct)
    {
        try
        {
            await using var session = await database.ReadAsync(ct);
            var renderer = await templates.RendererAsync(session, ct);
            var density = (PrintDensity)(await Printers.FindAsync(session, printer, ct))!.Dpi;
            var content = await contents.OfAsync(session, job, ct);
            var label = renderer.Render(content, density);
            return await proof.RefusalAsync(label, content, ct) is { } refusal ? (null, refusal) : (label, null);
        }
        catch (LabelContentException e)
        {
            return (null, e.Reason);
        }
        catch (CryptographicException e)
        {
            log.LogError(e, "Job {Job}: the personal data cannot be opened.", job.JobId);
            return (null, new Text(
                "Персональные данные не открываются: нет ключей этой системы. Верните папку ключей и повторите печать.",
                "The personal data cannot be opened: this system's keys are missing. Restore the key folder and print again."));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Job {Job} cannot be drawn.", job.JobId);
            return (null, new Text(
                $"Этикетку не удалось построить: {e.Message} Сообщите администратору.",
                $"The label could not be drawn: {e.Message} Tell the administrator."));
        }
    }

    /// <summary>Nothing is to be printed: asks a printer that was in trouble whether it still is.</summary>
    public async Task LookAsync(string name, CancellationToken ct)
    {
        var (door, wrong) = await DoorAsync(name, ct);
        if ((door is null ? wrong : await door.LookAsync(ct)) is { } away)
        {
            standings.Missed(name, away.Trouble, away.Why);
        }
        else
        {
            standings.Reached(name);
        }
    }

    private async Task<(ILabelPrinter? Door, PrintOutcome.Unreachable? Wrong)> DoorAsync(string name, CancellationToken ct)
    {
        var printer = await Printers.FindAsync(database, name, ct)
            ?? throw new InvalidOperationException($"There is no printer {name}.");
        return PrinterDoor.TryOpen(printer, times, out var door, out var wrong) ? (door, null) : (null, new(wrong));
    }

    private async Task<TurnEnd> SendAsync(string name, PrintJobRow job, RenderedLabel label, CancellationToken ct)
    {
        var (door, wrong) = await DoorAsync(name, ct);
        var outcome = door is null ? wrong! : await door.PrintAsync(label, $"{job.JobId:D6}-{job.Serial}-{job.Attempts}", ct);

        // What happened to the paper is written down even when the service is being stopped.
        await using var uow = await database.BeginAsync(CancellationToken.None);
        var end = await SettleAsync(uow, name, job, outcome, CancellationToken.None);
        await uow.CommitAsync(CancellationToken.None);
        return end;
    }

    private async Task<TurnEnd> SettleAsync(UnitOfWork uow, string printer, PrintJobRow job, PrintOutcome outcome, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (outcome.Answered)
        {
            await Printers.AnsweredAsync(uow, printer, ct);
        }

        switch (outcome)
        {
            case PrintOutcome.Printed:
                standings.Reached(printer);
                await PrintJobs.DoneAsync(uow, job.JobId, now, ct);
                await LabelPrints.MoveAsync(uow, job.Serial, LabelPrintState.Queued, LabelPrintState.Printed, null, now, ct);
                return TurnEnd.Went;
            case PrintOutcome.Unknown doubt:
                log.LogWarning("Job {Job} on {Printer} may or may not be printed: {Why}", job.JobId, printer, doubt.Why);
                standings.Missed(printer, doubt.Trouble, doubt.Why);
                await PrintJobs.UnknownAsync(uow, job.JobId, doubt.Trouble, doubt.Why, now, ct);
                return TurnEnd.Went;
            case PrintOutcome.Unreachable away:
                standings.Missed(printer, away.Trouble, away.Why);
                await PrintJobs.FailedAsync(uow, job.JobId, away.Trouble, away.Why, now, ct);
                return TurnEnd.Unreachable;
            default:
                throw new InvalidOperationException($"Unexpected outcome {outcome}.");
        }
    }

    private async Task<T> WriteAsync<T>(Func<UnitOfWork, Task<T>> write, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        var result = await write(uow);
        await uow.CommitAsync(ct);
        return result;
    }
}
