using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.House;

/// <summary>Use case: sessions are ended from afar, by their owner or by an administrator.</summary>
public sealed class EndSessions(Database database, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <param name="staffNo">Whose.</param>
    /// <param name="except">The session that stays; null ends all.</param>
    /// <param name="by">Who ends them.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>How many were ended; none leaves nothing in the ledger.</returns>
    public async Task<int> RunAsync(StaffNumber staffNo, string? except, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        var ended = await Sessions.EndAllAsync(uow, staffNo, except, time.GetUtcNow(), ct);
        if (ended > 0)
        {
            var doer = Doer.At(by.Number, accessor.HttpContext);
            await HouseJournal.WriteAsync(uow, AccountRecord.StreamOf(staffNo), "SessionsEnded", new { Count = ended }, doer, time.GetUtcNow(), ct);
            await uow.CommitAsync(ct);
        }

        return ended;
    }
}
