using System.Security.Claims;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Scanners;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HemC101.Tracking.Web.People;

/// <summary>Opens a session for whom the <see cref="Signatory"/> has recognised, and ends it.</summary>
public sealed class SignInDesk
{
    internal const string SessionClaim = "session";
    internal const string StampClaim = "stamp";
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SignInDesk(Database database, TimeProvider time) => (_database, _time) = (database, time);

    public async Task OpenAsync(HttpContext context, Authentication.Succeeded proof, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(proof);
        var account = await PersonAccounts.FindAsync(_database, proof.Person.Number, ct)
            ?? throw new InvalidOperationException($"No account {proof.Person.Number}.");
        var sessionId = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        await using (var work = await _database.BeginAsync(ct))
        {
            await Sessions.OpenAsync(work, sessionId, account.StaffNo, proof.Method, DeviceCookie.Find(context), _time.GetUtcNow(), ct);
            await work.CommitAsync(ct);
        }

        await context.SignInAsync(Scheme, PrincipalOf(account, sessionId));
        Language.Remember(context, account.Language);
    }

    public async Task CloseAsync(HttpContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.User.FindFirstValue(SessionClaim) is { } sessionId)
        {
            await using var work = await _database.BeginAsync(ct);
            await Sessions.EndAsync(work, sessionId, _time.GetUtcNow(), ct);
            await work.CommitAsync(ct);
        }

        await context.SignOutAsync(Scheme);
    }

    /// <returns>Null when nobody is signed in.</returns>
    internal static string? SessionOf(HttpContext context) => context.User.FindFirstValue(SessionClaim);

    internal static ClaimsPrincipal PrincipalOf(PersonAccount account, string sessionId) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.StaffNo.ToString()),
            new(ClaimTypes.Name, account.FullName),
            new(SessionClaim, sessionId),
            new(StampClaim, account.SecurityStamp),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, Enum.GetName(role)!)),
        ],
        Scheme));
}
