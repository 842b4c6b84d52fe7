using System.Security.Claims;
using HemC101.Tracking.Access;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Stations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HemC101.Tracking.Web.People;

/// <summary>Opens a session for whom the <see cref="Signatory"/> has recognised, and ends it. A browser has one session at a time.</summary>
public sealed class SignInDesk
{
    internal const string SessionClaim = "session";
    internal const string StampClaim = "stamp";
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private readonly Database _database;
    private readonly CurrentStation _station;
    private readonly TimeProvider _time;

    internal SignInDesk(Database database, CurrentStation station, TimeProvider time) => (_database, _station, _time) = (database, station, time);

    public Task OpenAsync(HttpContext context, Authentication.Succeeded shown, CancellationToken ct) => OpenAsync(context, shown, null, ct);

    /// <param name="context">Of the browser.</param>
    /// <param name="shown">A moment ago.</param>
    /// <param name="second">What was shown besides; null for nothing.</param>
    /// <param name="ct">Cancels it.</param>
    public Task OpenAsync(HttpContext context, Authentication.Succeeded shown, AuthenticationMethod? second, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(shown);
        var proof = Kept(context, shown);
        return OpenAsync(context, shown.Person, proof with { Second = second ?? proof.Second }, null, ct);
    }

    /// <summary>The next person takes over at this browser.</summary>
    /// <param name="context">Of the browser.</param>
    /// <param name="shown">Who comes.</param>
    /// <param name="place">Where the work is, as the ledger names it.</param>
    /// <param name="before">Who goes.</param>
    /// <param name="ct">Cancels it.</param>
    internal Task HandOverAsync(HttpContext context, Authentication.Succeeded shown, string place, Person before, CancellationToken ct) => OpenAsync(
        context,
        shown.Person,
        Kept(context, shown),
        (work, at) => HouseJournal.WriteAsync(
            work,
            CurrentStation.Of(context) is { } station ? HouseThings.StreamOf(station.HouseId) : AccountRecord.StreamOf(before.Number),
            StationEvents.HandedOver,
            new { Before = before.Number },
            Doer.At(shown.Person.Number, place, context),
            at,
            ct),
        ct);

    /// <summary>Somebody who is signed in has shown more of themselves, or a colleague has vouched.</summary>
    internal Task ConfirmAsync(HttpContext context, Person person, SessionProof proof, CancellationToken ct) => OpenAsync(
        context,
        person,
        proof,
        proof.VouchedBy is { } colleague
            ? (work, at) => HouseJournal.WriteAsync(
                work, AccountRecord.StreamOf(person.Number), StationEvents.Vouched, new { For = person.Number }, Doer.At(colleague, "Ward", context), at, ct)
            : null,
        ct);

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

    /// <summary>Whoever shows themselves again has not forgotten the passkey that they showed before.</summary>
    private static SessionProof Kept(HttpContext context, Authentication.Succeeded shown) =>
        SessionSeat.Of(context) is { Proof: var before } seat && seat.StaffNo == shown.Person.Number
            ? new(shown.Method, before.IsTwofold ? AuthenticationMethod.Passkey : null, before.VouchedBy)
            : new(shown.Method);

    /// <param name="context">Of the browser; what was open there ends.</param>
    /// <param name="person">Whose session it is.</param>
    /// <param name="proof">What was shown.</param>
    /// <param name="journal">What the ledger says of it; null for an ordinary sign-in.</param>
    /// <param name="ct">Cancels it.</param>
    private async Task OpenAsync(
        HttpContext context, Person person, SessionProof proof, Func<UnitOfWork, DateTimeOffset, Task>? journal, CancellationToken ct)
    {
        var account = await PersonAccounts.FindAsync(_database, person.Number, ct) ?? throw new InvalidOperationException($"No account {person.Number}.");
        var station = await _station.FindAsync(context, ct);
        var sessionId = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var now = _time.GetUtcNow();
        await using (var work = await _database.BeginAsync(ct))
        {
            if (SessionOf(context) is { } before)
            {
                await Sessions.EndAsync(work, before, now, ct);
            }

            await Sessions.OpenAsync(work, sessionId, account.StaffNo, proof, DeviceCookie.Find(context), now, ct);
            if (station is not null)
            {
                await StationDevices.SeeAsync(work, station.DeviceId, now, ct);
            }

            if (journal is not null)
            {
                await journal(work, now);
            }

            await work.CommitAsync(ct);
        }

        if (station is not null)
        {
            StationCookie.Give(context, StationCookie.Find(context)!);
        }

        await context.SignInAsync(Scheme, PrincipalOf(account, sessionId));
        Language.Remember(context, account.Language);
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
