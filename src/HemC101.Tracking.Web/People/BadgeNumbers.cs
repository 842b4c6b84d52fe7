using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.People;

/// <summary>Issues what stands on a badge: staff number and print serial, each only once.</summary>
internal sealed class BadgeNumbers(Database database, FacilityNumber facility)
{
    private const string StaffSequence = "staff";

    /// <summary>A badge is a print like any label: all prints of the house share one sequence.</summary>
    private const string PrintSequence = "print";

    public async Task<(StaffNumber StaffNo, PrintSerial Serial)> IssueAsync(CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        var staffNo = StaffNumber.Issue(facility, checked((int)await Numbers.NextAsync(work, StaffSequence, ct)));
        var serial = PrintSerial.Issue(await Numbers.NextAsync(work, PrintSequence, ct));
        await work.CommitAsync(ct);
        return (staffNo, serial);
    }

    public async Task<PrintSerial> IssueSerialAsync(CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        var serial = PrintSerial.Issue(await Numbers.NextAsync(work, PrintSequence, ct));
        await work.CommitAsync(ct);
        return serial;
    }
}
