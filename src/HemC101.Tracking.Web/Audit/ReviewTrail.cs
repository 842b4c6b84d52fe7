using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Audit;

/// <param name="Filter">With its period, and with the end that the page had when it was made.</param>
/// <param name="Signers">Re-authenticated a moment ago.</param>
internal sealed record ReviewInput(string Attempt, TrailFilter Filter, IReadOnlyList<Signer> Signers, Person SignedIn);

internal abstract record ReviewOutcome
{
    private ReviewOutcome() { }

    public sealed record Reviewed : ReviewOutcome;

    public sealed record ReviewedBefore : ReviewOutcome;

    public sealed record Refused(IReadOnlyList<Text> Reasons) : ReviewOutcome;
}

/// <summary>Use case: quality assurance signs that it has read the trail of a period.</summary>
public sealed class ReviewTrail(Database database, TimeProvider time)
{
    private static readonly Text NoPeriod = new(
        "Подписывают период. Укажите первый и последний день и покажите журнал.",
        "A review is signed over a period. Give the first and the last day and show the trail.");

    private static readonly Text NotYet = new(
        "Последний день ещё не наступил. Подписать можно период, который кончается не позже чем сегодня.",
        "The last day is still to come. A period can be signed that ends today at the latest.");

    private static readonly Text Nothing = new(
        "За этот период записей нет: подписывать нечего. Проверьте дни и отбор.",
        "There are no entries in this period: there is nothing to sign. Check the days and the filter.");

    public static IReadOnlyList<SignatureDemand> Demands { get; } = [new(Meaning.Reviewed, Role.QualityAssurance)];

    internal async Task<ReviewOutcome> RunAsync(ReviewInput input, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var now = time.GetUtcNow();
        var (signed, refusals) = Signatories.Assign(Demands, input.Signers, now);
        var wrong = WrongWith(input, now, await Trail.LastPositionAsync(uow, ct));
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. SignedPage.Faults(input.Attempt, input.Signers, input.SignedIn),
            .. wrong is null ? Array.Empty<Text>() : [wrong],
        ];
        if (reasons.Count > 0)
        {
            return new ReviewOutcome.Refused(reasons);
        }

        return await Trail.FindNewestAsync(uow, input.Filter, ct) is { } newest && await Trail.FindOldestAsync(uow, input.Filter, ct) is { } oldest
            ? await WriteAsync(uow, input, oldest, newest, signed[0], now, ct)
            : new ReviewOutcome.Refused([Nothing]);
    }

    private static Text? WrongWith(ReviewInput input, DateTimeOffset now, long lastPosition) => input.Filter switch
    {
        { From: null } or { Until: null } => NoPeriod,
        { Until: { } until } when MoscowTime.DayOf(until.AddMilliseconds(-1)) > MoscowTime.DayOf(now) => NotYet,
        { UpTo: { } upTo } when upTo >= 1 && upTo <= lastPosition => null,
        _ => SignedPage.Stale,
    };

    private static async Task<ReviewOutcome> WriteAsync(
        UnitOfWork uow, ReviewInput input, LedgerEntry oldest, LedgerEntry newest, SignedAs signed, DateTimeOffset now, CancellationToken ct)
    {
        var last = newest.Hash.ToString();
        var hash = TrailReviewed.ContentHash(input.Filter, oldest.Position, newest.Position, last);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == hash ? new ReviewOutcome.ReviewedBefore() : new ReviewOutcome.Refused([SignedPage.Stale]);
        }

        var who = signed.Signer.Person;
        var reviewed = new TrailReviewed(input.Filter, oldest.Position, newest.Position, last, SignedPage.Signatures([signed], now, hash));
        await AuditJournal.WriteAsync(uow, TrailReviewed.Type, reviewed, who.Number, now, ct);
        var stream = AuditJournal.StreamAt(now);
        var version = (await EventLedger.ReadStreamAsync(uow, stream, ct)).Count;
        await SignedPage.FinishAsync(uow, input.Attempt, stream, version, hash, now, ct);
        await uow.CommitAsync(ct);
        return new ReviewOutcome.Reviewed();
    }
}
