using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Use cases of the print queue: what a person does with a job. Each answers false when the job has moved on meanwhile.</summary>
public sealed class PrintQueue(Database database, PrintSignal signal, TimeProvider time)
{
    public Task<bool> CancelAsync(long jobId, CancellationToken ct) =>
        RunAsync(uow => PrintJobs.CancelAsync(uow, jobId, time.GetUtcNow(), ct), ct);

    /// <summary>A person looked at the printer. Not printed sends the job again.</summary>
    public Task<bool> ResolveAsync(long jobId, bool printed, CancellationToken ct) => RunAsync(
        async uow =>
        {
            var now = time.GetUtcNow();
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

    public Task<bool> RetryAsync(long jobId, CancellationToken ct) =>
        RunAsync(uow => PrintJobs.RetryAsync(uow, jobId, time.GetUtcNow(), ct), ct);

    public Task<bool> RerouteAsync(long jobId, string printer, CancellationToken ct) => RunAsync(
        async uow => await Printers.FindAsync(uow, printer, ct) is not null
            && await PrintJobs.RerouteAsync(uow, jobId, printer, time.GetUtcNow(), ct),
        ct);

    private async Task<bool> RunAsync(Func<UnitOfWork, Task<bool>> act, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        if (!await act(uow))
        {
            return false;
        }

        await uow.CommitAsync(ct);
        signal.Raise();
        return true;
    }
}
