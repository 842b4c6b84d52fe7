using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Printing;

/// <summary>A job with what its label identifies.</summary>
public sealed record PrintLine(PrintJobRow Job, LabelPrintRow Print)
{
    /// <summary>The nearest thing the label stands on, in canonical text; for a wristband the participant.</summary>
    public string Of =>
        Print.Bag?.ToString() ?? Print.Batch?.ToString() ?? Print.Donation?.ToString() ?? Print.HouseId?.Content
        ?? Print.StaffNo?.ToString() ?? Print.SubjectNo?.ToString() ?? Print.Serial.ToString();
}

/// <param name="Standing">Null when it was not tried since the service began.</param>
public sealed record PrinterLine(PrinterRow Printer, PrinterStanding? Standing, int Waiting);

/// <summary>The print queue as people see it.</summary>
public sealed record PrintBoard(IReadOnlyList<PrintLine> Open, IReadOnlyList<PrintLine> Recent, IReadOnlyList<PrinterLine> Printers, DateTimeOffset Now)
{
    /// <summary>Without it every new job waits for a printer.</summary>
    public bool HasDefaultPrinter => Printers.Any(line => line.Printer.IsDefault);
}

public sealed class PrintOverview(Database database, PrinterStandings standings, TimeProvider time)
{
    private const int RecentShown = 30;

    public async Task<PrintBoard> LoadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var open = await LinesAsync(session, await PrintJobs.ListOpenAsync(session, ct), ct);
        var recent = await LinesAsync(session, await PrintJobs.ListRecentAsync(session, RecentShown, ct), ct);
        var printers = (await Printers.ListAsync(session, ct)).Select(printer => new PrinterLine(
            printer, standings.Of(printer.Name), open.Count(line => line.Job.Printer == printer.Name && line.Job.State == PrintJobState.Queued)));
        return new PrintBoard(open, recent, [.. printers], time.GetUtcNow());
    }

    private static async Task<IReadOnlyList<PrintLine>> LinesAsync(Source source, IReadOnlyList<PrintJobRow> jobs, CancellationToken ct)
    {
        List<PrintLine> lines = [];
        foreach (var job in jobs)
        {
            lines.Add(new PrintLine(job, (await LabelPrints.FindAsync(source, job.Serial, ct))!));
        }

        return lines;
    }
}
