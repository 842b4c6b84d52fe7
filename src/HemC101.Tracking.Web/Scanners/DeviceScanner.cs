using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Stations;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Scanners;

/// <summary>What is known of the scanner at the device that sent this request.</summary>
public sealed class DeviceScanner(Database database, SettingsDesk settings, IHttpContextAccessor accessor, TimeProvider time)
{
    private static readonly Text Untested = new("Сканер этого устройства в эту смену не проверен.", "The scanner of this device was not tested this shift.");

    private static readonly Text Failed = new("Сканер этого устройства не прошёл проверку.", "The scanner of this device failed its test.");

    /// <summary>The registered station that sent this request; null when it is none, or no device asks.</summary>
    public HouseId? Workstation => CurrentStation.Of(accessor.HttpContext)?.HouseId;

    /// <returns>Null when no test of this device was ever finished, and for what no device asks.</returns>
    public async Task<ScannerStanding?> FindAsync(Source source, CancellationToken ct) =>
        await FindRowAsync(source, ct) is { } row ? new ScannerStanding(row.TestedAt, row.Passed, row.Scanner) : null;

    /// <summary>What the reader may rely on now when this device sends a scan.</summary>
    public async Task<ScannerSetup> SetupAsync(CancellationToken ct) =>
        await FindAsync(database, ct) is { } standing
            ? standing.SetupAt(time.GetUtcNow(), (await settings.CurrentAsync(database, ct)).ScannerTestHours)
            : ScannerSetup.Unproven;

    internal async Task<ScannerStandingRow?> FindRowAsync(Source source, CancellationToken ct) =>
        DeviceCookie.Find(accessor.HttpContext) is { } device ? await ScannerTests.FindStandingAsync(source, device, ct) : null;

    /// <returns>Null while a passed test speaks for this device.</returns>
    public async Task<Text?> WarningAsync(CancellationToken ct)
    {
        var standing = await FindAsync(database, ct);
        var hours = (await settings.CurrentAsync(database, ct)).ScannerTestHours;
        var now = time.GetUtcNow();
        return standing?.IsProven(now, hours) == true ? null
            : standing?.IsCurrent(now, hours) == true ? Failed
            : Untested;
    }
}
