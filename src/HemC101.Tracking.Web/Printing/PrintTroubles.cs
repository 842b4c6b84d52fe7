using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <param name="Trouble">Why this printer prints nothing now.</param>
/// <param name="Waiting">How many labels wait for it.</param>
public sealed record PrinterInTrouble(string Printer, PrintTrouble Trouble, int Waiting);

/// <summary>What of the printing wants a person, for the work lists.</summary>
/// <param name="Doubtful">Labels of which somebody must say whether they came out.</param>
/// <param name="Withheld">Labels that could not be drawn.</param>
public sealed record PrintTroubles(IReadOnlyList<PrinterInTrouble> Printers, int Doubtful, int Withheld)
{
    /// <summary>A label that waits behind another meets what that one met.</summary>
    public PrintJobRow Told(PrintJobRow job) => job is { State: PrintJobState.Queued, Trouble: null } && Printers.FirstOrDefault(line => line.Printer == job.Printer) is { } line
        ? job with { Trouble = line.Trouble }
        : job;

    /// <param name="open">All open jobs; what they met is known on every node.</param>
    /// <param name="standings">Of the printers, as this node saw them; it may have seen none.</param>
    public static PrintTroubles Of(IReadOnlyList<PrintJobRow> open, IEnumerable<(string Printer, PrinterStanding? Standing)> standings)
    {
        var waiting = open.Where(job => job.State is PrintJobState.Queued or PrintJobState.Sending).ToLookup(job => job.Printer);
        return new(
            [
                .. from known in standings
                   let own = waiting[known.Printer].ToList()
                   let trouble = known.Standing is { } seen ? seen.Trouble : own.Find(job => job.Trouble is not null)?.Trouble
                   where trouble is not null
                   select new PrinterInTrouble(known.Printer, trouble.Value, own.Count),
            ],
            open.Count(job => job.State == PrintJobState.Unknown),
            open.Count(job => job.State == PrintJobState.Withheld));
    }
}
