using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.People;

/// <summary>Issues what stands on a badge: staff number and print serial, each only once.</summary>
internal sealed class BadgeNumbers(Database database, FacilityNumber facility)
{
    public async Task<(StaffNumber StaffNo, PrintSerial Serial)> IssueAsync(CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        var staffNo = StaffNumber.Issue(facility, await PersonNumbers.NextStaffAsync(work, ct));
        var serial = PrintSerial.Issue(await PersonNumbers.NextBadgeAsync(work, ct));
        await work.CommitAsync(ct);
        return (staffNo, serial);
    }

    public async Task<PrintSerial> IssueSerialAsync(CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        var serial = PrintSerial.Issue(await PersonNumbers.NextBadgeAsync(work, ct));
        await work.CommitAsync(ct);
        return serial;
    }
}
