using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

[AllowAnonymous]
public sealed class LanguageModel(CurrentPerson current, PersonAdmin people) : PageModel
{
    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Chosen is { } chosen && Language.IsKnown(chosen))
        {
            Language.Remember(HttpContext, chosen);
            if (current.Person is { } person)
            {
                await people.ChangeLanguageAsync(person.Number, chosen, ct);
            }
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
