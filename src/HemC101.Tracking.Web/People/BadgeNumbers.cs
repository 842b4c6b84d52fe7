using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.People;

internal sealed class BadgeNumbers
{
    private int _next;

    public async Task<(StaffNumber StaffNo, PrintSerial Serial)> IssueAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return (StaffNumber.Parse("A9999" + Interlocked.Increment(ref _next).ToString("000000", CultureInfo.InvariantCulture), null), await IssueSerialAsync(ct));
    }

    public Task<PrintSerial> IssueSerialAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(PrintSerial.Parse(Interlocked.Increment(ref _next).ToString("000000000000000000", CultureInfo.InvariantCulture), null));
    }
}
