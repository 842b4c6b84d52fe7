using System.Collections.Concurrent;

namespace HemC101.Tracking.Web.Printing;

/// <param name="Failures">Tries in a row that did not reach the printer.</param>
/// <param name="Why">What the last of them said; null after a success.</param>
/// <param name="At">When it was last tried.</param>
public sealed record PrinterStanding(int Failures, string? Why, DateTimeOffset At)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public bool IsReachable => Failures == 0;

    /// <summary>How long to leave an unreachable printer alone: 2 s, doubled with every failure, up to 30 s.</summary>
    public TimeSpan Pause =>
        Failures == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Failures), Longest.TotalSeconds));
}

/// <summary>How each printer answered the last time, since this process began.</summary>
public sealed class PrinterStandings(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, PrinterStanding> _known = new();

    /// <returns>Null when it was not tried yet.</returns>
    public PrinterStanding? Of(string printer) => _known.GetValueOrDefault(printer);

    internal void Reached(string printer) => _known[printer] = new PrinterStanding(0, null, time.GetUtcNow());

    internal PrinterStanding Missed(string printer, string why) => _known.AddOrUpdate(
        printer,
        _ => new PrinterStanding(1, why, time.GetUtcNow()),
        (_, before) => new PrinterStanding(before.Failures + 1, why, time.GetUtcNow()));
}
