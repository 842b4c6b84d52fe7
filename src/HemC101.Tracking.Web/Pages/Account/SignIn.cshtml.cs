using System.Net.Mime;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(Signatory signatory, PasskeyDesk passkeys, SignInDesk desk) : PageModel
{
    [BindProperty]
    public string? Badge { get; set; }

    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>The badge is read and only the PIN is missing: what happens without script when the scanner sends Enter.</summary>
    public bool BadgeIsRead { get; private set; }

    /// <summary>Whoever stopped an infusion after their session had lapsed learns here that it was recorded.</summary>
    public void OnGet()
    {
        if (TempData.Peek("Done") is string id && StepCatalogue.Find(id) is { } step)
        {
            Verdict = new(VerdictTone.Good, new($"Записано: {step.Name.Ru}", $"Recorded: {step.Name.En}"), new(
                "Ваш сеанс закончился. Войдите: задача «Подтвердить свой шаг» ждёт вашей подписи, что это были вы.",
                "Your session had ended. Sign in: the task “Confirm a step in your name” waits for your signature that it was you."));
        }
    }

    public async Task<IActionResult> OnPostBadgeAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Badge) && string.IsNullOrEmpty(Pin))
        {
            BadgeIsRead = true;
            return Page();
        }

        return await EnterAsync(Badge, Pin, ct);
    }

    public Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) => EnterAsync(UserName, Password, ct);

    /// <summary>What the script hands to the browser's authenticator.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        Content(await passkeys.AskAsync(HttpContext, ct), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPostPasskeyAsync(string? passkeyAnswer, CancellationToken ct) =>
        await EnterAsync(await passkeys.AuthenticateAsync(HttpContext, passkeyAnswer ?? "", ct), ct);

    private async Task<IActionResult> EnterAsync(string? name, string? secret, CancellationToken ct) =>
        await EnterAsync(await signatory.AuthenticateAsync(name ?? "", secret ?? "", ct), ct);

    private async Task<IActionResult> EnterAsync(Authentication answer, CancellationToken ct)
    {
        if (answer is Authentication.Failed no)
        {
            Verdict = new(VerdictTone.Stop, new("Вход не выполнен", "Not signed in"), no.Reason);
            return Page();
        }

        await desk.OpenAsync(HttpContext, (Authentication.Succeeded)answer, ct);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
