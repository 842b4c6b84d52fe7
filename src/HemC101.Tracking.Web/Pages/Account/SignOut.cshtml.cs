using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignOutModel(SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await desk.CloseAsync(HttpContext, ct);
        return RedirectToPage("/Account/SignIn");
    }
}
