using HemC101.Tracking.Chain;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Steps;

/// <summary>
/// The scans of one attempt at a step. They are judged again over today's facts each time they are used: a lot recalled a minute ago
/// is refused although its scan was accepted.
/// </summary>
internal static class AttemptScans
{
    /// <returns>The facts with every scan that still holds, and the verdict on the first one that no longer does.</returns>
    public static async Task<(Facts Facts, ScanVerdict? Lapsed)> ReplayAsync(
        Source source, Step step, Facts facts, string attempt, CancellationToken ct)
    {
        ScanVerdict? lapsed = null;
        foreach (var row in await StepScans.ListAsync(source, attempt, ct))
        {
            if (row.Verdict != nameof(Verdict.Accepted) || row.Step != step.Id || row.Coi != facts.Chain.Coi)
            {
                continue;
            }

            var verdict = await JudgeAsync(source, step, facts, row.Raw, ct);
            if (verdict.IsAccepted)
            {
                facts = With(facts, verdict, row.Raw, row.EntryMethod, row.At);
            }
            else
            {
                lapsed ??= verdict;
            }
        }

        return (facts, lapsed);
    }

    public static async Task<ScanVerdict> JudgeAsync(Source source, Step step, Facts facts, string raw, CancellationToken ct) =>
        BarcodeReader.Read(raw) switch
        {
            Reading.Understood read => ScanDesk.Take(step, facts, read.Code, await HouseLookup.FindAsync(source, read.Code, ct)),
            Reading.Unreadable unreadable => new ScanVerdict(Verdict.Unreadable, unreadable.Reason),
            var other => throw new InvalidOperationException($"Unexpected reading {other}."),
        };

    private static Facts With(Facts facts, ScanVerdict verdict, string raw, string entry, DateTimeOffset at)
    {
        var evidence = new ScanEvidence(verdict.Demand!, raw, verdict.Identifier!, entry, at);
        return facts with { Scans = facts.Scans.SetItem(verdict.Demand!, new AcceptedScan(evidence, verdict.House, verdict.Serial)) };
    }
}
