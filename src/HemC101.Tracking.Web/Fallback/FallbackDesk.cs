using System.Text;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Station = HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Web.Fallback;

/// <param name="Attempt">One shown page does one thing, however often it is sent.</param>
/// <param name="Signers">In the order of the demands, re-authenticated a moment ago.</param>
public sealed record FallbackInput(string Attempt, IReadOnlyList<Signer> Signers);

/// <summary>Use cases of fallback sets: printed, issued, destroyed and counted, by two people each and in one transaction.</summary>
public sealed class FallbackDesk(
    Database database, SettingsDesk settings, TemplateDesk templates, PrintSignal signal, IHttpContextAccessor accessor, TimeProvider time)
{
    public const string Template = "fallback-set";

    private static readonly Refusal Stale = new("page-stale", SignedPage.Stale);

    /// <returns>By their numbers, and when they were counted last.</returns>
    public async Task<(IReadOnlyList<FallbackSet> Sets, DateTimeOffset? CountedAt)> ListAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        return (await FallbackJournal.ListAsync(session, ct), await FallbackJournal.CountedAtAsync(session, ct));
    }

    public Task<FallbackOutcome> PrintAsync(FallbackInput input, int count, CancellationToken ct) => DoAsync(
        FallbackRules.Printing, input, $"fallback print {count}", async act =>
        {
            if (count is < 1 or > FallbackRules.MostAtOnce)
            {
                return new FallbackOutcome.Refused([FallbackRules.HowMany]);
            }

            if (!(await templates.BookAsync(act.Uow, ct)).InForce.ContainsKey(Template))
            {
                return new FallbackOutcome.Refused([FallbackRules.NotApproved]);
            }

            List<FallbackSet> sets = [];
            for (var i = 0; i < count; i++)
            {
                sets.Add(await PrintOneAsync(act, ct));
            }

            signal.Raise();
            return new FallbackOutcome.Done(sets);
        }, ct);

    public Task<FallbackOutcome> IssueAsync(FallbackInput input, IReadOnlyList<DonationNumber> scanned, CancellationToken ct) => DoAsync(
        FallbackRules.Issuing, input, $"fallback issue {string.Join(' ', scanned)}", async act =>
        {
            var sets = (await FallbackJournal.ListAsync(act.Uow, ct)).Where(set => scanned.Contains(set.Donation)).ToList();
            if (FallbackRules.OfIssue(sets) is { Count: > 0 } refusals)
            {
                return new FallbackOutcome.Refused(refusals);
            }

            foreach (var set in sets)
            {
                await FallbackJournal.IssuedAsync(act.Uow, set, act.Signed, act.By, act.Now, ct);
            }

            return new FallbackOutcome.Done(sets);
        }, ct);

    public Task<FallbackOutcome> DestroyAsync(FallbackInput input, int number, string? reason, CancellationToken ct) => DoAsync(
        FallbackRules.ByTwo, input, $"fallback destroy {number} {reason}", async act =>
        {
            if ((await FallbackJournal.ListAsync(act.Uow, ct)).FirstOrDefault(set => set.Number == number) is not { } set)
            {
                return new FallbackOutcome.Refused([FallbackRules.NoSuchSet]);
            }

            if (FallbackRules.OfDestroying(set, reason) is { } refusal)
            {
                return new FallbackOutcome.Refused([refusal]);
            }

            await FallbackJournal.DestroyedAsync(act.Uow, set, reason!, act.Signed, act.By, act.Now, ct);
            await HouseLabels.VoidAsync(act.Uow, set, reason!, act.Now, ct);
            return new FallbackOutcome.Done([set]);
        }, ct);

    /// <param name="document">Number of the deviation; empty when all is there.</param>
    public Task<FallbackOutcome> CountAsync(FallbackInput input, IReadOnlySet<DonationNumber> scanned, string document, CancellationToken ct) => DoAsync(
        FallbackRules.ByTwo, input, $"fallback count {string.Join(' ', scanned)} {document}", async act =>
        {
            var all = await FallbackJournal.ListAsync(act.Uow, ct);
            var absent = FallbackRules.Absent(all, scanned);
            List<Refusal> faults = [.. all.Where(set => scanned.Contains(set.Donation)).Select(FallbackRules.OnShelf).Append(FallbackRules.OfCount(absent, document)).OfType<Refusal>()];
            if (faults.Count > 0)
            {
                return new FallbackOutcome.Refused(faults);
            }

            foreach (var set in absent)
            {
                await FallbackJournal.MissingAsync(act.Uow, set, document, act.By, act.Now, ct);
            }

            var tally = FallbackTally.Of(await FallbackJournal.ListAsync(act.Uow, ct));
            await FallbackJournal.CountedAsync(act.Uow, tally, all.Where(set => scanned.Contains(set.Donation)), absent, document, act.Signed, act.By, act.Now, ct);
            return new FallbackOutcome.Counted(tally, absent);
        }, ct);

    private async Task<FallbackOutcome> DoAsync(
        IReadOnlyList<SignatureDemand> demands, FallbackInput input, string content, Func<Turn, Task<FallbackOutcome>> decide, CancellationToken ct)
    {
        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        var (signed, refusals) = Signatories.Assign(demands, input.Signers, now);
        if (refusals.Count > 0 || input.Attempt.Length == 0)
        {
            return new FallbackOutcome.Refused(refusals.Count > 0 ? refusals : [Stale]);
        }

        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == content ? new FallbackOutcome.DoneBefore() : new FallbackOutcome.Refused([Stale]);
        }

        var hash = Digest.Of(Encoding.UTF8.GetBytes(content)).ToString();
        var by = Doer.At(signed[0].Signer.Person.Number, nameof(Station.Apheresis), accessor.HttpContext);
        var outcome = await decide(new(uow, [.. signed.Select(one => one.Sign(now, hash))], by, now));
        if (outcome is not FallbackOutcome.Refused)
        {
            await FinishAsync(uow, input.Attempt, content, outcome, now, ct);
            await uow.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>At the newest entry of the first set, or of the counts.</summary>
    private static async Task FinishAsync(UnitOfWork uow, string attempt, string content, FallbackOutcome outcome, DateTimeOffset at, CancellationToken ct)
    {
        var stream = outcome is FallbackOutcome.Done { Sets: [var first, ..] } ? FallbackSets.StreamOf(first.Donation) : FallbackSets.CountStream;
        var version = (await EventLedger.ReadStreamAsync(uow, stream, ct)).Count;
        await SignedPage.FinishAsync(uow, attempt, stream, version, content, at, ct);
    }

    private async Task<FallbackSet> PrintOneAsync(Turn act, CancellationToken ct)
    {
        var study = (await settings.BookAsync(act.Uow, ct)).At(act.Now).Settings;
        var year = MoscowTime.DayOf(act.Now).Year;
        var donation = DonationNumber.Issue(FacilityNumber.Parse(study.FacilityNumber), year, checked((int)await Numbers.NextAsync(act.Uow, $"donation/{year}", ct)));
        var serials = await FreshNumbersFor.SerialsAsync(act.Uow, 2, ct);
        var set = new FallbackSet((int)await Numbers.NextAsync(act.Uow, "fallback", ct), donation, serials[0], serials[1]) { PrintedAt = act.Now, ChangedAt = act.Now, Version = 0 };
        await FallbackJournal.PrintedAsync(act.Uow, set, act.Signed, act.By, ct);
        await HouseLabels.FallbackAsync(act.Uow, set, act.By, act.Now, ct);
        return set;
    }

    private sealed record Turn(UnitOfWork Uow, IReadOnlyList<Signature> Signed, Doer By, DateTimeOffset Now);
}
