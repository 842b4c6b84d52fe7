using System.Security.Claims;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Stations;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Every request asks the database whether its session still lives: sign-out, a changed role, a new secret or a closed account count at
/// once, not after the cookie has run out. A session that lapsed, or that does not reach so far from a browser that is no station, opens
/// nothing but the steps that nobody may be kept from.
/// </summary>
internal sealed class SessionEvents(
    Database database, KnownPeople known, CurrentStation stations, RemoteDoor remote, AccessSettings settings, TimeProvider time)
    : CookieAuthenticationEvents
{
    private const string SignInPage = "/Account/SignIn";

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

    /// <summary>Whose session does not reach the page is asked for the second factor, not for the first once more.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (SessionSeat.Of(context.HttpContext) is { IsHeld: true })
        {
            context.RedirectUri = context.RedirectUri.Replace(SignInPage, RemoteDoor.SecondFactorPage, StringComparison.Ordinal);
        }

        return base.RedirectToLogin(context);
    }

    private async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var ct = http.RequestAborted;
        if (context.Principal?.FindFirstValue(SignInDesk.SessionClaim) is not { } sessionId)
        {
            context.RejectPrincipal();
            return;
        }

        var station = await stations.FindAsync(http, ct);
        var idle = settings.Idle.At(station?.Type);
        var unused = time.GetUtcNow() - context.Properties.IssuedUtc;
        var session = unused < idle ? await Sessions.FindPersonAsync(database, known, sessionId, ct) : null;
        if (session is not null && session.Account.SecurityStamp == context.Principal.FindFirstValue(SignInDesk.StampClaim))
        {
            await SeatAsync(context, session, station, sessionId, ct);
            if (unused > idle / 2)
            {
                context.ShouldRenew = true;
                await SeeAsync(sessionId, station, ct);
            }
        }
        else if ((SafetyRequest.Is(http) || RemoteDoor.IsHandOver(http)) && await Sessions.FindOwnerAsync(database, sessionId, ct) is { } owner)
        {
            var isOpen = await Sessions.FindPersonAsync(database, known, sessionId, ct) is not null;
            Accept(context, owner, sessionId, [.. DoubtsOf(owner, isOpen, unused < idle, context.Principal)]);
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

    private async Task SeatAsync(
        CookieValidatePrincipalContext context, SessionPerson session, StationDeviceRow? station, string sessionId, CancellationToken ct)
    {
        var reach = await remote.ReachAsync(station, session, ct);
        var held = !RemoteDoor.IsWithin(context.HttpContext, reach);
        context.HttpContext.Features.Set(new SessionSeat(session.Account.StaffNo, session.Proof, reach, held));
        if (held)
        {
            context.RejectPrincipal();
        }
        else
        {
            Accept(context, session.Account, sessionId, []);
        }
    }

    private static void Accept(CookieValidatePrincipalContext context, PersonAccount account, string sessionId, IReadOnlyList<ActDoubt> doubts)
    {
        context.ReplacePrincipal(SignInDesk.PrincipalOf(account, sessionId));
        CurrentPerson.Set(context.HttpContext, account, [.. doubts, .. account.DueSecrets.Count > 0 ? [ActDoubt.SharedSecret] : Array.Empty<ActDoubt>()]);
    }

    private async Task SeeAsync(string sessionId, StationDeviceRow? station, CancellationToken ct)
    {
        await using var work = await database.BeginAsync(ct);
        await Sessions.SeeAsync(work, sessionId, time.GetUtcNow(), ct);
        if (station is not null)
        {
            await StationDevices.SeeAsync(work, station.DeviceId, time.GetUtcNow(), ct);
        }

        await work.CommitAsync(ct);
    }
}
