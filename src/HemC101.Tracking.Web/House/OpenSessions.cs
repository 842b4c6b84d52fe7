using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.House;

/// <summary>Which sessions of a person would still open a page.</summary>
public sealed class OpenSessions
{
    private readonly Database _database;
    private readonly IdleLimits _idle;
    private readonly TimeProvider _time;

    internal OpenSessions(Database database, AccessSettings settings, TimeProvider time) => (_database, _idle, _time) = (database, settings.Idle, time);

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<SessionRow>> ForAsync(StaffNumber staffNo, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var open = await Sessions.ListOpenAsync(_database, staffNo, now - _idle.Longest, ct);
        return [.. open.Where(session => session.SeenAt > now - _idle.At(session.Type))];
    }
}
