using HemC101.Tracking.Identity;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Use cases of the print queue: what a person does with a job. Each answers false when the job has moved on meanwhile.</summary>
public sealed class PrintQueue(Database database, PrintSignal signal, IHttpContextAccessor accessor, TimeProvider time)
{
    public Task<bool> CancelAsync(long jobId, PrintCancelReason reason, StaffNumber by, CancellationToken ct) =>
        RunAsync(jobId, PrintJournal.Cancelled, $"{reason}", by, (uow, now) => PrintJobs.CancelAsync(uow, jobId, now, ct), ct);

    /// <summary>A person looked at the printer. Not printed sends the job again.</summary>
    public Task<bool> ResolveAsync(long jobId, bool printed, StaffNumber by, CancellationToken ct) => RunAsync(
        jobId,
        printed ? PrintJournal.Seen : PrintJournal.NotSeen,
        null,
        by,
        async (uow, now) =>
        {
            if (!await PrintJobs.ResolveAsync(uow, jobId, printed, now, ct))
            {
                return false;
            }

            if (printed && await PrintJobs.FindAsync(uow, jobId, ct) is { } job)
            {
                await LabelPrints.MoveAsync(uow, job.Serial, LabelPrintState.Queued, LabelPrintState.Printed, null, now, ct);
            }

            return true;
        },
        ct);

    public Task<bool> RetryAsync(long jobId, StaffNumber by, CancellationToken ct) =>
        RunAsync(jobId, PrintJournal.Retried, null, by, (uow, now) => PrintJobs.RetryAsync(uow, jobId, now, ct), ct);

    public Task<bool> RerouteAsync(long jobId, string printer, StaffNumber by, CancellationToken ct) => RunAsync(
        jobId,
        PrintJournal.Rerouted,
        printer,
        by,
        async (uow, now) => await Printers.FindAsync(uow, printer, ct) is not null && await PrintJobs.RerouteAsync(uow, jobId, printer, now, ct),
        ct);

    private async Task<bool> RunAsync(
        long jobId, string type, string? more, StaffNumber by, Func<UnitOfWork, DateTimeOffset, Task<bool>> act, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await PrintJobs.FindAsync(uow, jobId, ct) is not { } before || !await act(uow, now))
        {
            return false;
        }

        await PrintJournal.WriteAsync(uow, before, type, more, Doer.At(by, PrintJournal.Station, accessor.HttpContext), now, ct);
        await uow.CommitAsync(ct);
        signal.Raise();
        return true;
    }
}
