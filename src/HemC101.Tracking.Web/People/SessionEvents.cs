using System.Security.Claims;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Every request asks the database whether its session still lives: sign-out, a changed role, a new secret or a closed account count at
/// once, not after the cookie has run out.
/// </summary>
internal sealed class SessionEvents(Database database) : CookieAuthenticationEvents
{
    /// <summary>When the database does not answer, nobody is signed in, and <see cref="SessionTrouble"/> says why.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            await ValidateAsync(context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            context.HttpContext.Features.Set(new SessionTrouble(e));
            context.RejectPrincipal();
        }
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessionId = context.Principal?.FindFirstValue(SignInDesk.SessionClaim);
        var account = sessionId is not null
            ? await Sessions.FindPersonAsync(database, sessionId, context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.SecurityStamp != context.Principal!.FindFirstValue(SignInDesk.StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInDesk.Scheme);
            return;
        }

        context.ReplacePrincipal(SignInDesk.PrincipalOf(account, sessionId!));
        CurrentPerson.Set(context.HttpContext, account.Person);
    }

    /// <summary>The error page says that the right is missing; a redirect would hide the status.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
