using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Stations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>Opened on the device itself: which station it is, and a field for the code that makes it one.</summary>
[AllowAnonymous]
public sealed class StationModel(StationRegister register, CurrentStation current, Database database) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Null for a device that is no station.</summary>
    public HouseThingRow? Thing { get; private set; }

    public Verdict? Verdict { get; private set; }

    public Task OnGetAsync(bool done, CancellationToken ct)
    {
        if (done)
        {
            Verdict = new(VerdictTone.Good, new("Станция зарегистрирована", "The station is registered"), new(
                "Войдите, чтобы работать. Сканер проверьте заново.", "Sign in to work here. Test the scanner anew."));
        }

        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await register.RegisterAsync(HttpContext, Code ?? "", ct) is StationOutcome.Refused no)
        {
            Verdict = new(VerdictTone.Stop, new("Не зарегистрировано", "Not registered"), no.Reason);
            await LoadAsync(ct);
            return Page();
        }

        return RedirectToPage(new { done = true });
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Thing = await current.FindAsync(HttpContext, ct) is { } station ? await HouseThings.FindAsync(database, station.HouseId, ct) : null;
}
