using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Fallback;

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
        if (step is { Scans.Count: 0, TargetScans: null })
        {
            return (facts, null);
        }

        ScanVerdict? lapsed = null;
        var rows = await StepScans.ListAsync(source, attempt, ct);
        if (IsVoid(rows, step, facts))
        {
            return (facts, null);
        }

        foreach (var row in rows.Where(row => row.Verdict == nameof(Verdict.Accepted) && row.Step == step.Id && row.Coi == facts.Chain.Coi))
        {
            var entry = ScanRows.EntryOf(row);
            var verdict = await JudgeAsync(source, step, facts, row.Raw, row.Scanner, entry, pasteAllowed: true, ct);
            if (verdict.IsAccepted)
            {
                facts = With(facts, verdict, row, entry);
            }
            else
            {
                lapsed ??= verdict;
            }
        }

        return (await FallbackLookup.ScannedAsync(source, step, facts, ct), lapsed);
    }

    /// <summary>A stop ends the attempt in which it happened, and whatever voided a bag's round or an independent check ends every attempt begun before.</summary>
    public static bool IsVoid(IReadOnlyList<StepScanRow> rows, Step step, Facts facts) =>
        rows.Any(row => (Enum.TryParse<Verdict>(row.Verdict, out var verdict) && ScanVerdict.Stops(verdict)) || !ScanDesk.StillCounts(step, facts, row.At));

    /// <summary>
    /// Whether somebody has to begin anew. A step already taken with its scans is no void attempt: sent again, it is answered as taken.
    /// In an independent check nobody goes on with, or sees, what somebody else has scanned.
    /// </summary>
    public static async Task<bool> IsClosedAsync(Source source, Step step, Facts facts, string attempt, StaffNumber to, CancellationToken ct)
    {
        var rows = await StepScans.ListAsync(source, attempt, ct);
        return (step.Check == SecondCheck.Independent && rows.Any(row => row.Person != to.ToString()))
            || (IsVoid(rows, step, facts) && await FinishedAttempts.FindAsync(source, attempt, ct) is null);
    }

    /// <summary>The verdict on the code, whatever way it came.</summary>
    /// <param name="scanner">What was known of the scanner when the scan was first read, so that it always reads the same.</param>
    public static async Task<ScanVerdict> JudgeAsync(
        Source source, Step step, Facts facts, string raw, ScannerSetup scanner, CancellationToken ct) =>
        BarcodeReader.Read(raw, scanner) switch
        {
            Reading.Understood read =>
                ScanDesk.Take(step, await AskedAsync(source, step, facts, read.Code, ct), read.Code, await HouseLookup.FindAsync(source, read.Code, ct)) with { Repairs = read.Repairs },
            Reading.Unreadable unreadable => new ScanVerdict(Verdict.Unreadable, unreadable.Reason),
            var other => throw new InvalidOperationException($"Unexpected reading {other}."),
        };

    /// <summary>A tag may be on a pack of another chain, a pre-printed set may be another's.</summary>
    private static async Task<Facts> AskedAsync(Source source, Step step, Facts facts, ScannedCode code, CancellationToken ct) =>
        code is RfidCode { Tag: var tag } && await RfidTags.OwnerAsync(source, tag, ct) is not null ? facts with { TakenTags = new HashSet<RfidTag> { tag } }
            : await FallbackLookup.ForAsync(source, step, facts, code, ct);

    /// <param name="pasteAllowed">True in the demonstration, and for what was accepted before.</param>
    public static async Task<ScanVerdict> JudgeAsync(
        Source source, Step step, Facts facts, string raw, ScannerSetup scanner, ScanEntry entry, bool pasteAllowed, CancellationToken ct) =>
        EntryRule.Judge(step, await JudgeAsync(source, step, facts, raw, scanner, ct), BarcodeReader.Read(raw, scanner), entry, pasteAllowed);

    private static Facts With(Facts facts, ScanVerdict verdict, StepScanRow row, ScanEntry entry)
    {
        var evidence = new ScanEvidence(
            verdict.Demand!, row.Raw, verdict.Identifier!, entry.Method, row.At, verdict.Repairs, entry.Reason, entry.Timing, StaffNumber.Parse(row.Person));
        return facts with { Scans = facts.Scans.SetItem(verdict.Demand!, new AcceptedScan(evidence, verdict.House, verdict.Serial)) };
    }
}
