using HemC101.Tracking.Identity;
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

    /// <summary>A printer that is well has a label out by then.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public async Task<PrintBoard> LoadAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var jobs = await PrintJobs.ListOpenAsync(session, ct);
        var troubles = await TroublesAsync(session, jobs, ct);
        var open = await LinesAsync(session, [.. jobs.Select(troubles.Told)], ct);
        var recent = await LinesAsync(session, await PrintJobs.ListRecentAsync(session, RecentShown, ct), ct);
        var printers = (await Printers.ListAsync(session, ct)).Select(printer => new PrinterLine(
            printer, standings.Of(printer.Name), open.Count(line => line.Job.Printer == printer.Name && line.Job.State == PrintJobState.Queued)));
        return new PrintBoard(open, recent, [.. printers], time.GetUtcNow());
    }

    public async Task<PrintTroubles> TroublesAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await TroublesAsync(session, await PrintJobs.ListOpenAsync(session, ct), ct);
    }

    /// <returns>Labels of a chain that are not on paper, or not surely.</returns>
    public async Task<IReadOnlyList<PrintJobRow>> OpenOfAsync(CoiId coi, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var own = await PrintJobs.ListOpenAsync(session, coi, ct);
        if (own.Count == 0)
        {
            return own;
        }

        var troubles = await TroublesAsync(session, await PrintJobs.ListOpenAsync(session, ct), ct);
        return [.. own.Select(troubles.Told)];
    }

    /// <summary>For whoever has just ordered them: gives the printer a moment, so that the answer is the outcome and not the waiting.</summary>
    public async Task<IReadOnlyList<PrintJobRow>> OutcomeOfAsync(CoiId coi, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += Glance)
        {
            var open = await OpenOfAsync(coi, ct);
            if (waited >= Moment || !open.Any(IsOnItsWay))
            {
                return open;
            }

            await Task.Delay(Glance, ct);
        }
    }

    private async Task<PrintTroubles> TroublesAsync(Source source, IReadOnlyList<PrintJobRow> open, CancellationToken ct) =>
        PrintTroubles.Of(open, (await Printers.ListAsync(source, ct)).Select(printer => (printer.Name, standings.Of(printer.Name))));

    private static bool IsOnItsWay(PrintJobRow job) =>
        job is { Printer: not null, Trouble: null, State: PrintJobState.Queued or PrintJobState.Sending };

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
