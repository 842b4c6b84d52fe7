using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.House;

/// <summary>Use case: an administrator takes back the lock that wrong guesses put on a PIN or a password.</summary>
public sealed class UnlockAccount(Database database, IHttpContextAccessor accessor, TimeProvider time)
{
    public async Task RunAsync(StaffNumber staffNo, Credential credential, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        await Attempts.ForgiveAsync(uow, staffNo, credential, ct);
        var doer = Doer.At(by.Number, accessor.HttpContext);
        await HouseJournal.WriteAsync(uow, AccountRecord.StreamOf(staffNo), "AccountUnlocked", new { Credential = credential }, doer, time.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
    }
}
