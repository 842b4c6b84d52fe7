using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage.Nodes;

namespace HemC101.Tracking.Storage.Printing;

/// <summary>
/// <c>Queued → Sending → Printed</c>. A failure goes back to Queued, a doubt to Unknown until a person has looked. Every move answers false
/// when the job was no longer in the state it starts from.
/// </summary>
public static class PrintJobs
{
    /// <returns>The number of the job; smaller numbers are printed first.</returns>
    public static async Task<long> EnqueueAsync(UnitOfWork uow, NewPrintJob job, DateTimeOffset at, CancellationToken ct)
    {
        var number = await uow.GetAsync<long>(
            """
            insert into print_job (serial, kind, printer, state, attempts, created_at, changed_at, fields)
            values (@Serial, @Kind, @Printer, 'Queued', 0, @at, @at, @Fields)
            returning job_id
            """,
            new { job.Serial, job.Kind, job.Printer, job.Fields, at },
            ct);
        await uow.TellAsync(Notice.Prints, ct);
        return number;
    }

    /// <summary>Takes the oldest waiting job of a printer.</summary>
    /// <returns>Now Sending; null when none waits or the printer has one in Sending.</returns>
    public static Task<PrintJobRow?> TakeNextAsync(UnitOfWork uow, string printer, DateTimeOffset at, CancellationToken ct) =>
        uow.FindAsync<PrintJobRow>(
            """
            update print_job
               set state = 'Sending', attempts = attempts + 1, changed_at = @at
             where state = 'Queued'
               and job_id = (select min(job_id) from print_job where printer = @printer and state = 'Queued')
               and not exists (select 1 from print_job where printer = @printer and state = 'Sending')
            returning job_id, serial, kind, printer, state, attempts, trouble, last_error, created_at, changed_at,
                      rendered_sha256, template_version, fields
            """,
            new { printer, at },
            ct);

    /// <summary>Remembers what is about to be sent; committed before the first byte goes out.</summary>
    public static async Task<bool> RenderedAsync(
        UnitOfWork uow, long jobId, Digest renderedSha256, string templateVersion, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update print_job
               set rendered_sha256 = @renderedSha256, template_version = @templateVersion
             where job_id = @jobId
               and state = 'Sending'
            """,
            new { jobId, renderedSha256, templateVersion },
            ct) == 1;

    public static Task<bool> DoneAsync(UnitOfWork uow, long jobId, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Sending, PrintJobState.Printed, null, null, at, ct);

    /// <summary>Surely not printed: back to its place in the queue.</summary>
    public static Task<bool> FailedAsync(UnitOfWork uow, long jobId, PrintTrouble trouble, string error, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Sending, PrintJobState.Queued, trouble, error, at, ct);

    /// <summary>Perhaps printed, as when the connection broke after the first bytes.</summary>
    public static Task<bool> UnknownAsync(UnitOfWork uow, long jobId, PrintTrouble trouble, string error, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Sending, PrintJobState.Unknown, trouble, error, at, ct);

    /// <summary>No label can be made of it: out of the way of the next job, and kept until a person has looked.</summary>
    public static Task<bool> WithheldAsync(UnitOfWork uow, long jobId, string error, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Sending, PrintJobState.Withheld, null, error, at, ct);

    /// <summary>The label is out of use, so that it must not come out of a printer any more.</summary>
    public static Task<bool> WithdrawnAsync(UnitOfWork uow, long jobId, string error, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Sending, PrintJobState.Cancelled, null, error, at, ct);

    /// <summary>The cause was mended: the withheld job goes back to its place in the queue.</summary>
    public static Task<bool> RetryAsync(UnitOfWork uow, long jobId, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Withheld, PrintJobState.Queued, null, null, at, ct);

    /// <summary>Sends a waiting job to another printer, where it keeps its age: older ones go first.</summary>
    /// <returns>False when the job is no longer waiting, or was withheld or in doubt.</returns>
    public static async Task<bool> RerouteAsync(UnitOfWork uow, long jobId, string printer, DateTimeOffset at, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update print_job
               set printer = @printer, trouble = null, changed_at = @at
             where job_id = @jobId
               and state = 'Queued'
            """,
            new { jobId, printer, at },
            ct) == 1
        && await ToldAsync(uow, ct);

    /// <summary>A person has looked. Not printed puts the job back to its place in the queue.</summary>
    public static Task<bool> ResolveAsync(UnitOfWork uow, long jobId, bool printed, DateTimeOffset at, CancellationToken ct) =>
        MoveAsync(uow, jobId, PrintJobState.Unknown, printed ? PrintJobState.Printed : PrintJobState.Queued, null, null, at, ct);

    /// <summary>Takes a waiting, withheld or doubtful job out of the queue.</summary>
    public static async Task<bool> CancelAsync(UnitOfWork uow, long jobId, DateTimeOffset at, CancellationToken ct) =>
        await MoveAsync(uow, jobId, PrintJobState.Queued, PrintJobState.Cancelled, null, null, at, ct)
        || await MoveAsync(uow, jobId, PrintJobState.Withheld, PrintJobState.Cancelled, null, null, at, ct)
        || await MoveAsync(uow, jobId, PrintJobState.Unknown, PrintJobState.Cancelled, null, null, at, ct);

    /// <summary>At the start of the service, before the first job is taken: what was being sent is in doubt.</summary>
    /// <returns>How many jobs a person has to look at.</returns>
    public static Task<int> RecoverAsync(UnitOfWork uow, DateTimeOffset at, CancellationToken ct) =>
        uow.ExecuteAsync(
            "update print_job set state = 'Unknown', trouble = @trouble, changed_at = @at where state = 'Sending'",
            new { trouble = PrintTrouble.Interrupted, at },
            ct);

    /// <summary>As <see cref="RecoverAsync(UnitOfWork, DateTimeOffset, CancellationToken)"/>, for one printer whose work broke off.</summary>
    public static Task<int> RecoverAsync(UnitOfWork uow, string printer, string error, DateTimeOffset at, CancellationToken ct) =>
        uow.ExecuteAsync(
            """
            update print_job
               set state = 'Unknown', trouble = @trouble, last_error = @error, changed_at = @at
             where state = 'Sending'
               and printer = @printer
            """,
            new { printer, error, at, trouble = PrintTrouble.Interrupted },
            ct);

    public static Task<PrintJobRow?> FindAsync(Source source, long jobId, CancellationToken ct) =>
        source.FindAsync<PrintJobRow>(
            """
            select job_id, serial, kind, printer, state, attempts, trouble, last_error, created_at, changed_at,
                   rendered_sha256, template_version, fields
              from print_job
             where job_id = @jobId
            """,
            new { jobId },
            ct);

    /// <returns>All jobs that still want something: waiting, being sent, in doubt, withheld.</returns>
    public static Task<IReadOnlyList<PrintJobRow>> ListOpenAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<PrintJobRow>(
            """
            select job_id, serial, kind, printer, state, attempts, trouble, last_error, created_at, changed_at,
                   rendered_sha256, template_version, fields
              from print_job
             where state in ('Queued', 'Sending', 'Unknown', 'Withheld')
             order by job_id
            """,
            null,
            ct);

    /// <returns>Printed and cancelled jobs, newest first.</returns>
    public static Task<IReadOnlyList<PrintJobRow>> ListRecentAsync(Source source, int count, CancellationToken ct) =>
        source.QueryAsync<PrintJobRow>(
            """
            select job_id, serial, kind, printer, state, attempts, trouble, last_error, created_at, changed_at,
                   rendered_sha256, template_version, fields
              from print_job
             where state in ('Printed', 'Cancelled')
             order by changed_at desc, job_id desc
             limit @count
            """,
            new { count },
            ct);

    /// <returns>As <see cref="ListOpenAsync(Source, CancellationToken)"/>, of the labels of one chain.</returns>
    public static Task<IReadOnlyList<PrintJobRow>> ListOpenAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<PrintJobRow>(
            """
            select job_id, serial, kind, printer, state, attempts, trouble, last_error, created_at, changed_at,
                   rendered_sha256, template_version, fields
              from print_job
             where state in ('Queued', 'Sending', 'Unknown', 'Withheld')
               and serial in (select serial from label_print where coi = @coi)
             order by job_id
            """,
            new { coi },
            ct);

    /// <returns>Of all labels of one chain, printed or not.</returns>
    internal static Task<IReadOnlyList<JobReference>> ListReferencesAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<JobReference>(
            """
            select job_id, serial, kind, fields
              from print_job
             where serial in (select serial from label_print where coi = @coi)
             order by job_id
            """,
            new { coi },
            ct);

    /// <returns>Of all labels that belong to no chain.</returns>
    internal static Task<IReadOnlyList<JobReference>> ListReferencesAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<JobReference>(
            """
            select job_id, serial, kind, fields
              from print_job
             where serial in (select serial from label_print where coi is null)
             order by job_id
            """,
            null,
            ct);

    /// <summary>The labels of a chain that are ordered and not drawn, and will not be before the end of this transaction: it holds their jobs.</summary>
    public static Task<IReadOnlyList<PrintSerial>> HoldUndrawnAsync(UnitOfWork uow, CoiId coi, CancellationToken ct) =>
        uow.QueryAsync<PrintSerial>(
            """
            update print_job
               set state = state
             where state in ('Queued', 'Withheld')
               and serial in (select serial from label_print where coi = @coi)
            returning serial
            """,
            new { coi },
            ct);

    private static async Task<bool> MoveAsync(
        UnitOfWork uow, long jobId, PrintJobState from, PrintJobState to, PrintTrouble? trouble, string? error, DateTimeOffset at, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update print_job
               set state = @to, trouble = @trouble, last_error = coalesce(@error, last_error), changed_at = @at
             where job_id = @jobId
               and state = @from
            """,
            new { jobId, from, to, trouble, error, at },
            ct) == 1
        && (to != PrintJobState.Queued || await ToldAsync(uow, ct));

    private static async Task<bool> ToldAsync(UnitOfWork uow, CancellationToken ct)
    {
        await uow.TellAsync(Notice.Prints, ct);
        return true;
    }
}
