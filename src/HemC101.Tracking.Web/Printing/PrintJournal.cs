using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What people did with the print of a label, in a stream of its own: a queue forgets, and a second label is always somebody's word.</summary>
internal static class PrintJournal
{
    public const string Station = "Labels";

    public const string Cancelled = "PrintCancelled";
    public const string Seen = "PrintSeen";
    public const string NotSeen = "PrintNotSeen";
    public const string Retried = "PrintRetried";
    public const string Rerouted = "PrintRerouted";

    public static string StreamOf(PrintJobRow job) => $"print/{job.Serial}";

    /// <param name="uow">The transaction in which it is done.</param>
    /// <param name="job">As it was before.</param>
    /// <param name="type">What was done.</param>
    /// <param name="more">Code of a reason, or name of another printer; null for none.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Stops the write.</param>
    public static Task WriteAsync(UnitOfWork uow, PrintJobRow job, string type, string? more, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow,
            StreamOf(job),
            type,
            new
            {
                Serial = job.Serial.ToString(),
                Label = job.Kind,
                job.Printer,
                Was = job.State,
                job.Trouble,
                Cancelled = type == Cancelled ? more : null,
                NewPrinter = type == Rerouted ? more : null,
            },
            by,
            at,
            ct);
}
