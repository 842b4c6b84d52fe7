using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

/// <summary>
/// The next person scans their badge and types their PIN, and the page that was open is theirs, with its attempt and what was typed. Who
/// goes is signed out. Opens also when their session has lapsed meanwhile.
/// </summary>
public sealed class HandOverModel(Signatory signatory, SignInDesk desk, CurrentPerson current) : PageModel
{
    private const string Elsewhere = "Administration";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Badge { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>How many fields of the page are carried along; they wait for it in the browser, also when nobody takes over.</summary>
    public int Carried => KeptForm.Look(TempData, Address).Count;

    public Verdict? Verdict { get; private set; }

    /// <summary>As on the page for signing in: without script the scanner's Enter sends the badge alone.</summary>
    public bool BadgeIsRead { get; private set; }

    public Person Before => current.Required;

    public string Address => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public void OnGet()
    {
    }

    /// <summary>The half-filled form of the page arrives here by a button of its own.</summary>
    public void OnPost()
    {
        if (KeptForm.Of(Address, Request.Form) is { Fields.Count: > 0 } kept && !kept.Put(TempData))
        {
            Verdict = new(VerdictTone.Warning, new("Введено слишком много, чтобы перенести", "Too much was typed to be carried over"), new(
                "Вернитесь и закончите шаг сами или передайте место без введённого. Отсканированное сохранится.",
                "Go back and finish the step yourself, or hand over without what was typed. What was scanned is kept."));
        }
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Badge) && string.IsNullOrEmpty(Pin))
        {
            BadgeIsRead = true;
            return Page();
        }

        var shown = await signatory.AuthenticateAsync(Badge ?? "", Pin ?? "", ct);
        if (shown is Authentication.Failed no)
        {
            Verdict = new(VerdictTone.Stop, new("Место не передано, введённое сохранено", "Not handed over; what was typed is kept"), no.Reason);
            return Page();
        }

        await desk.HandOverAsync(HttpContext, (Authentication.Succeeded)shown, PlaceOf(Address), Before, ct);
        return LocalRedirect(Address);
    }

    /// <summary>As the ledger names places; those that belong to no crew are the administration's.</summary>
    private static string PlaceOf(string address) =>
        Enum.TryParse<Station>(address.Split('/', '?')[1], out var station) && Enum.IsDefined(station) ? station.ToString() : Elsewhere;
}
