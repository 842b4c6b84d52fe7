using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>A badge opens a nurse's round: from then on the round is theirs, and only their PIN can end it.</summary>
public sealed class BedsideRounds(Database database, DemoMode demo, TimeProvider time)
{
    private const string BadgeDemand = "badge";
    private const string Opened = "Opened";

    /// <returns>The new attempt, or why none was opened and nothing written.</returns>
    public async Task<(string? Attempt, Text? Refused)> OpenAsync(StepAddress address, string badge, EntryClaim claim, CancellationToken ct)
    {
        var reading = BarcodeReader.Read(badge);
        var entry = ScanEntry.Of(badge, reading, claim);
        switch (reading)
        {
            case Reading.Unreadable no:
                return (null, no.Reason);
            case Reading.Understood when EntryRule.RefuseBadge(entry, demo.IsOn) is { } refusal:
                return (null, refusal);
            case Reading.Understood { Code: StaffCode { BadgeSerial: not null } staff }:
                return await OpenAsync(address, badge, staff, entry, ct);
            default:
                return (null, NurseBadge.NoBadge);
        }
    }

    /// <returns>Whose round it is and the badge they scanned; null when the attempt was never opened for this step and bag, or was voided.</returns>
    public async Task<(StaffNumber Nurse, string Badge)?> FindAsync(string attempt, StepAddress address, Facts facts, CancellationToken ct)
    {
        var rows = await StepScans.ListAsync(database, attempt, ct);
        return rows is [{ Demand: BadgeDemand, Verdict: Opened } first, ..]
            && first.Step == address.Step.Id && first.Coi == address.Coi && !AttemptScans.IsVoid(rows, address.Step, facts)
            ? (StaffNumber.Parse(first.Code), first.Raw)
            : null;
    }

    private async Task<(string? Attempt, Text? Refused)> OpenAsync(
        StepAddress address, string badge, StaffCode staff, ScanEntry entry, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        if (await NurseBadge.RefusalAsync(uow, staff, time.GetUtcNow(), ct) is { } refusal)
        {
            return (null, refusal);
        }

        var attempt = await WriteAsync(uow, address, badge, staff.Staff, entry, ct);
        await uow.CommitAsync(ct);
        return (attempt, null);
    }

    private async Task<string> WriteAsync(UnitOfWork uow, StepAddress address, string badge, StaffNumber nurse, ScanEntry entry, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var attempt = Guid.CreateVersion7(now).ToString("N");
        await StepScans.AddAsync(
            uow,
            new StepScanRow
            {
                ClientScanId = $"{attempt}/badge",
                AttemptId = attempt,
                Coi = address.Coi,
                Step = address.Step.Id,
                Demand = BadgeDemand,
                Raw = badge,
                Code = nurse.ToString(),
                EntryMethod = entry.Method.Key(),
                Verdict = Opened,
                Person = nurse.ToString(),
                Station = address.Step.Station.ToString(),
                At = now,
            }.With(entry),
            ct);
        return attempt;
    }
}
