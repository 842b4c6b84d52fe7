using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.ScannerTest;

/// <summary>The scanner laboratory: symbols whose content is known, and what arrives of them at this device.</summary>
public sealed class IndexModel(
    ScannerTestDesk desk, DeviceScanner scanner, SettingsDesk settings, Database database, CurrentPerson signed, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? StationCode { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public TimingInput Timing { get; set; } = new();

    /// <summary>Null before a test is begun.</summary>
    public ScannerTestState? State { get; private set; }

    /// <summary>Of the scan just sent; null when none was.</summary>
    public Diagnosis? Scan { get; private set; }

    public string? Arrived { get; private set; }

    public Text? Refused { get; private set; }

    /// <summary>The last finished test of this device; null when there is none.</summary>
    public ScannerStandingRow? Standing { get; private set; }

    public int ValidHours { get; private set; }

    public bool IsProven => Standing is { Passed: true } standing && time.GetUtcNow() <= ValidUntil(standing);

    public IEnumerable<Station> Stations => Station.For(signed.Required.Roles);

    /// <summary>The last one, or that of the person which the fewest share.</summary>
    public string? ChosenStation => StationCode ?? Standing?.Station ?? Stations.MinBy(station => station.Crew.Count)?.Path[1..];

    public static TestSymbol SymbolOf(Diagnosis scan) => TestSymbols.Find(scan.Symbol)!;

    public static string NameOf(string station) =>
        Station.All.FirstOrDefault(known => known.Path == $"/{station}") is { } found ? Language.T(found.Name) : station;

    public DateTimeOffset ValidUntil(ScannerStandingRow standing) => standing.TestedAt.AddHours(ValidHours);

    public async Task<IActionResult> OnGetAsync(string? test, CancellationToken ct)
    {
        State = test is null ? null : await FindAsync(test, ct);
        if (test is not null && State is null)
        {
            return RedirectToPage(new { test = (string?)null });
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        var station = Stations.FirstOrDefault(known => known.Path == $"/{StationCode}");
        var (testId, refused) = station is null
            ? (null, new Text("Выберите участок.", "Choose the station."))
            : await desk.BeginAsync(DeviceCookie.Give(HttpContext), station.Path[1..], Place, signed.Required, ct);
        if (testId is not null)
        {
            return RedirectToPage(new { test = testId });
        }

        Refused = refused;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostScanAsync(string? test, string? symbol, string? scanned, string? entryMethod, CancellationToken ct)
    {
        var scan = new TestScan(test ?? "", symbol ?? "", scanned, Timing.Measured(entryMethod), signed.Required);
        if (DeviceCookie.Find(HttpContext) is not { } device || await desk.TakeAsync(scan, device, ct) is not { } taken)
        {
            return RedirectToPage(new { test = (string?)null });
        }

        (State, Scan) = taken;
        Arrived = ArrivedText.Show(scanned);
        await LoadAsync(ct);
        return Page();
    }

    private async Task<ScannerTestState?> FindAsync(string test, CancellationToken ct) =>
        DeviceCookie.Find(HttpContext) is { } device ? await desk.FindAsync(test, device, ct) : null;

    private async Task LoadAsync(CancellationToken ct)
    {
        Standing = await scanner.FindRowAsync(database, ct);
        ValidHours = (await settings.CurrentAsync(database, ct)).ScannerTestHours;
        Place ??= Standing?.Place;
    }
}
