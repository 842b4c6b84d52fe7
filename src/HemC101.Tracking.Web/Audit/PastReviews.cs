using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Audit;

namespace HemC101.Tracking.Web.Audit;

/// <param name="At">When it was signed.</param>
/// <param name="Holds">The signed entry stands in the ledger as it was signed.</param>
/// <param name="Grown">Entries came to the period afterwards: the signature is of an earlier version of it.</param>
internal sealed record PastReview(TrailReviewed Review, DateTimeOffset At, bool Holds, bool Grown);

/// <summary>The reviews that touch a period, and what has become of what they were signed over.</summary>
internal static class PastReviews
{
    private const int Read = 20;
    private const int Shown = 5;

    /// <returns>The latest first.</returns>
    public static async Task<IReadOnlyList<PastReview>> ListAsync(Source source, TrailFilter filter, CancellationToken ct)
    {
        List<PastReview> reviews = [];
        foreach (var entry in await Trail.ListAsync(source, new() { Type = TrailReviewed.Type }, null, Read, ct))
        {
            var review = TrailReviewed.Read(entry);
            if (Touches(review.Filter, filter) && reviews.Count < Shown)
            {
                reviews.Add(await LookAgainAsync(source, review, entry, ct));
            }
        }

        return reviews;
    }

    private static bool Touches(TrailFilter review, TrailFilter asked) =>
        (asked.From is null || review.Until > asked.From) && (asked.Until is null || review.From < asked.Until)
        && (asked.Stream is null || review.Stream is null || review.Stream == asked.Stream)
        && (asked.Actor is null || review.Actor is null || review.Actor == asked.Actor);

    private static async Task<PastReview> LookAgainAsync(Source source, TrailReviewed review, LedgerEntry entry, CancellationToken ct)
    {
        var signed = await Trail.FindNewestAsync(source, review.Filter, ct);
        var now = await Trail.FindNewestAsync(source, review.Filter with { UpTo = null }, ct);
        var hash = TrailReviewed.ContentHash(review.Filter, review.First, review.Last, review.LastHash);
        return new(
            review,
            entry.RecordedAt,
            signed?.Position == review.Last && signed.Hash.ToString() == review.LastHash && review.Signatures.All(signature => signature.ContentHash == hash),
            now?.Position != review.Last);
    }
}
