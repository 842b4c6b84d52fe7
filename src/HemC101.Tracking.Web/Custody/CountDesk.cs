using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Steps;
using Station = HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Web.Custody;

/// <summary>Use cases of the inventory count. Closing holds every bag that disagrees with the records, over all chains in one transaction.</summary>
public sealed class CountDesk(
    Database database, ChainDesk chains, SettingsDesk settings, CountScans scans, CustodyWriter writer, IHttpContextAccessor accessor, TimeProvider time)
{
    private const int MostShown = 50;

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<InventoryCount>> ListAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return await ListAsync(session, ct);
    }

    /// <returns>Null when there is no such count.</returns>
    public Task<InventoryCount?> FindAsync(int number, CancellationToken ct) => CountJournal.FindAsync(database, number, ct);

    public async Task<CountOutcome> OpenAsync(IReadOnlySet<HouseId> positions, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(by);
        if (positions.Count == 0)
        {
            return new CountOutcome.Refused([CountRules.NothingChosen]);
        }

        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if ((await ListAsync(uow, ct)).Any(other => other.ClosedAt is null && other.Positions.Overlaps(positions)))
        {
            return new CountOutcome.Refused([CountRules.AlreadyOpen]);
        }

        var count = new InventoryCount { Number = await NumberAsync(uow, ct), Positions = positions, OpenedAt = time.GetUtcNow(), OpenedBy = by.Number };
        await CountJournal.OpenedAsync(uow, count, DoerOf(by), ct);
        await uow.CommitAsync(ct);
        return new CountOutcome.Opened(count.Number);
    }

    /// <returns>Null when there is no such count.</returns>
    public async Task<CountScan?> ScanAsync(int number, string raw, EntryClaim claim, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await CountJournal.FindAsync(uow, number, ct) is not { } count)
        {
            return null;
        }

        if (count.ClosedAt is not null)
        {
            return new(false, false, CountRules.Closed.Reason);
        }

        var (answer, scan, entry) = await scans.JudgeAsync(uow, count, raw, claim, time.GetUtcNow(), ct);
        if (scan is not null)
        {
            await CountJournal.ScannedAsync(uow, number, scan, entry, DoerOf(by), ct);
            await uow.CommitAsync(ct);
        }

        return answer;
    }

    /// <param name="signers">Re-authenticated a moment ago.</param>
    public async Task<CountOutcome> CloseAsync(int number, IReadOnlyList<Signer> signers, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (signed, refusals) = Signatories.Assign(CountRules.Signatures, signers, now);
        if (refusals.Count > 0)
        {
            return new CountOutcome.Refused(refusals);
        }

        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await CountJournal.FindAsync(uow, number, ct) is not { } count)
        {
            return new CountOutcome.NoSuchCount();
        }

        if (count.ClosedAt is not null)
        {
            return new CountOutcome.Refused([CountRules.Closed]);
        }

        var discrepant = await chains.ListAsync(uow, ct)
            .Select(chain => (Chain: chain, Findings: CountRules.Findings(count, [chain], now))).Where(part => part.Findings.Count > 0).ToListAsync(ct);
        var findings = discrepant.SelectMany(part => part.Findings).ToList();
        var content = $"{Counts.StreamOf(number)} {string.Join(' ', findings.Select(found => $"{found.Bag}:{found.Finding}"))}";
        CustodyAct by = new(CountRules.StepId, Station.CellStore, StepScreens.NewAttempt(time), content, signed, (await settings.BookAsync(uow, ct)).At(now).Settings.Version, now);
        var isFirst = true;
        foreach (var (chain, found) in discrepant)
        {
            if (!await writer.WriteAsync(uow, by, chain, [.. CountRules.Events(chain, number, found)], isFirst, ct))
            {
                return new CountOutcome.Refused([StepReasons.SomebodyWasFirst]);
            }

            isFirst = false;
        }

        await CountJournal.ClosedAsync(uow, count, findings, CustodyWriter.Sign(by, content), DoerOf(signed[0].Signer.Person), now, ct);
        await uow.CommitAsync(ct);
        return new CountOutcome.Closed(count with { ClosedAt = now }, findings, CountRules.Unknown(count));
    }

    private static async Task<IReadOnlyList<InventoryCount>> ListAsync(Source source, CancellationToken ct)
    {
        List<InventoryCount> counts = [];
        foreach (var number in await Counts.ListAsync(source, MostShown, ct))
        {
            counts.Add((await CountJournal.FindAsync(source, number, ct))!);
        }

        return counts;
    }

    /// <summary>A number that was given before the sequence was put back is passed over.</summary>
    private static async Task<int> NumberAsync(UnitOfWork uow, CancellationToken ct)
    {
        int number;
        do
        {
            number = (int)await Numbers.NextAsync(uow, "count", ct);
        }
        while (await CountJournal.FindAsync(uow, number, ct) is not null);

        return number;
    }

    private Doer DoerOf(Person by) => Doer.At(by.Number, nameof(Station.CellStore), accessor.HttpContext);
}
