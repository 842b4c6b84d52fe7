using System.Security.Claims;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Every request asks the database whether its session still lives: sign-out, a changed role, a new secret or a closed account count at
/// once, not after the cookie has run out. A session that lapsed opens nothing but the steps that nobody may be kept from.
/// </summary>
internal sealed class SessionEvents(Database database, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>A session that nobody used for so long has lapsed.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long somebody whose session has lapsed or was ended can still stop an infusion with it: a shift.</summary>
    public static readonly TimeSpan Shift = TimeSpan.FromHours(12);

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

    /// <summary>The error page says that the right is missing; a redirect would hide the status.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        if (context.Principal?.FindFirstValue(SignInDesk.SessionClaim) is not { } sessionId)
        {
            context.RejectPrincipal();
            return;
        }

        var unused = time.GetUtcNow() - context.Properties.IssuedUtc;
        var account = unused < Idle ? await Sessions.FindPersonAsync(database, sessionId, ct) : null;
        if (account is not null && account.SecurityStamp == context.Principal.FindFirstValue(SignInDesk.StampClaim))
        {
            Accept(context, account, sessionId, []);
            if (unused > Idle / 2)
            {
                context.ShouldRenew = true;
                await SeeAsync(sessionId, ct);
            }
        }
        else if (SafetyRequest.Is(context.HttpContext) && await Sessions.FindOwnerAsync(database, sessionId, ct) is { } owner)
        {
            var isOpen = await Sessions.FindPersonAsync(database, sessionId, ct) is not null;
            Accept(context, owner, sessionId, [.. DoubtsOf(owner, isOpen, unused < Idle, context.Principal)]);
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    /// <param name="owner">Of the session.</param>
    /// <param name="isOpen">It was not ended, and its owner's account is open.</param>
    /// <param name="isFresh">It was used within the idle time.</param>
    /// <param name="known">As the session was opened.</param>
    private static IEnumerable<ActDoubt> DoubtsOf(PersonAccount owner, bool isOpen, bool isFresh, ClaimsPrincipal known)
    {
        if (!isFresh)
        {
            yield return ActDoubt.LapsedSession;
        }

        if (!owner.Active)
        {
            yield return ActDoubt.ClosedAccount;
        }
        else if (!isOpen || owner.SecurityStamp != known.FindFirstValue(SignInDesk.StampClaim))
        {
            yield return ActDoubt.EndedSession;
        }
    }

    private static void Accept(CookieValidatePrincipalContext context, PersonAccount account, string sessionId, IReadOnlyList<ActDoubt> doubts)
    {
        context.ReplacePrincipal(SignInDesk.PrincipalOf(account, sessionId));
        CurrentPerson.Set(context.HttpContext, account, [.. doubts, .. account.DueSecrets.Count > 0 ? [ActDoubt.SharedSecret] : Array.Empty<ActDoubt>()]);
    }

    private async Task SeeAsync(string sessionId, CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        await Sessions.SeeAsync(work, sessionId, time.GetUtcNow(), ct);
        await work.CommitAsync(ct);
    }
}
