using System.Collections.Concurrent;
using HemC101.Tracking.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <param name="Failures">Tries in a row after which the printer could not print.</param>
/// <param name="Trouble">What the last of them met; null after a success.</param>
/// <param name="Why">What the machine said of it.</param>
/// <param name="At">When it was last tried.</param>
public sealed record PrinterStanding(int Failures, PrintTrouble? Trouble, string? Why, DateTimeOffset At)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public bool IsReady => Failures == 0;

    /// <summary>How long to leave a printer alone that cannot print: 2 s, doubled with every failure, up to 30 s.</summary>
    public TimeSpan Pause =>
        Failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Failures), Longest.TotalSeconds));
}

/// <summary>How each printer answered the last time, since this process began.</summary>
public sealed class PrinterStandings(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, PrinterStanding> _known = new();

    /// <returns>Null when it was not tried yet.</returns>
    public PrinterStanding? Of(string printer) => _known.GetValueOrDefault(printer);

    internal void Reached(string printer) => _known[printer] = new PrinterStanding(0, null, null, time.GetUtcNow());

    internal PrinterStanding Missed(string printer, PrintTrouble trouble, string why) => _known.AddOrUpdate(
        printer,
        _ => new PrinterStanding(1, trouble, why, time.GetUtcNow()),
        (_, before) => new PrinterStanding(before.Failures + 1, trouble, why, time.GetUtcNow()));
}
