using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>Use cases: a person adds a passkey, signs in with it, and it is removed. A passkey opens sessions and signs nothing.</summary>
public sealed class PasskeyDesk
{
    /// <summary>How long a browser has for its answer, and a typed password counts for the passkey that it allows.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Database _database;
    private readonly UserManager<PersonAccount> _users;
    private readonly IUserPasskeyStore<PersonAccount> _passkeys;
    private readonly IPasskeyHandler<PersonAccount> _handler;
    private readonly Signatory _signatory;
    private readonly AccountRecord _record;
    private readonly TimeProvider _time;
    private readonly ILogger<PasskeyDesk> _log;

    internal PasskeyDesk(
        Database database,
        UserManager<PersonAccount> users,
        IUserPasskeyStore<PersonAccount> passkeys,
        IPasskeyHandler<PersonAccount> handler,
        Signatory signatory,
        AccountRecord record,
        TimeProvider time,
        ILogger<PasskeyDesk> log) =>
        (_database, _users, _passkeys, _handler, _signatory, _record, _time, _log) = (database, users, passkeys, handler, signatory, record, time, log);

    /// <summary>The device asks its owner for a PIN or a finger, and remembers whose the passkey is: nobody types a name to sign in.</summary>
    internal static void Demand(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AuthenticatorTimeout = Patience;
    }

    /// <param name="context">Of the browser that will answer.</param>
    /// <param name="staffNo">Who is signed in there.</param>
    /// <param name="name">Of the new passkey.</param>
    /// <param name="password">Just typed.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<PasskeyOffer> OfferAsync(HttpContext context, StaffNumber staffNo, string name, string password, CancellationToken ct)
    {
        var account = await GetAsync(staffNo, ct);
        List<Text> reasons = [.. PersonRules.RefusalsOfPasskey(name, (await Passkeys.ListAsync(_database, staffNo, ct)).Count)];
        if (reasons.Count == 0 && !await IsOwnerAsync(account, password, ct))
        {
            reasons.Add(PasskeyReasons.PasswordWrong);
        }

        if (reasons.Count > 0)
        {
            return new PasskeyOffer.Refused(reasons);
        }

        var entity = new PasskeyUserEntity { Id = staffNo.ToString(), Name = account.UserName, DisplayName = account.FullName };
        var made = await _handler.MakeCreationOptionsAsync(entity, context);
        await KeepAsync(context, staffNo, name, made.AttestationState ?? "", ct);
        return new PasskeyOffer.Made(made.CreationOptionsJson);
    }

    /// <summary>The browser's answer to the offer. All sessions of the person end; the page opens a new one.</summary>
    public async Task<PersonChange> AddAsync(HttpContext context, StaffNumber staffNo, string credential, CancellationToken ct)
    {
        if (await TakeAsync(context, ct) is not { Name: { } name } challenge || challenge.StaffNo != staffNo)
        {
            return new PersonChange.Refused([PasskeyReasons.TooLate]);
        }

        var made = await _handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = challenge.State });
        if (!made.Succeeded || !made.Passkey.IsUserVerified)
        {
            _log.LogWarning(made.Failure, "A new passkey of {StaffNo} was not accepted", staffNo);
            return new PersonChange.Refused([PasskeyReasons.NotMade]);
        }

        made.Passkey.Name = name;
        var account = await GetAsync(staffNo, ct);
        await _passkeys.AddOrUpdatePasskeyAsync(account, made.Passkey, ct);
        return await WriteAsync(account);
    }

    /// <summary>By its owner, who has just typed the password.</summary>
    public async Task<PersonChange> RemoveAsync(StaffNumber staffNo, string passkeyId, string password, CancellationToken ct) =>
        await IsOwnerAsync(await GetAsync(staffNo, ct), password, ct)
            ? await RevokeAsync(staffNo, passkeyId, ct)
            : new PersonChange.Refused([PasskeyReasons.PasswordWrong]);

    /// <summary>By an administrator.</summary>
    public async Task<PersonChange> RevokeAsync(StaffNumber staffNo, string passkeyId, CancellationToken ct)
    {
        var account = await GetAsync(staffNo, ct);
        var row = (await Passkeys.ListAsync(_database, staffNo, ct)).FirstOrDefault(passkey => passkey.PasskeyId == passkeyId);
        await _passkeys.RemovePasskeyAsync(account, row?.CredentialId ?? [], ct);
        return await WriteAsync(account);
    }

    /// <returns>JSON for <c>navigator.credentials.get</c>; it names nobody.</returns>
    public async Task<string> AskAsync(HttpContext context, CancellationToken ct)
    {
        var asked = await _handler.MakeRequestOptionsAsync(null, context);
        await KeepAsync(context, null, null, asked.AssertionState ?? "", ct);
        return asked.RequestOptionsJson;
    }

    /// <summary>The browser's answer to the question. It writes, so it must not be asked inside a unit of work.</summary>
    public async Task<Authentication> AuthenticateAsync(HttpContext context, string credential, CancellationToken ct)
    {
        if (await TakeAsync(context, ct) is not { StaffNo: null } challenge)
        {
            return new Authentication.Failed(PasskeyReasons.TooLate);
        }

        var shown = await _handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = challenge.State });
        if (!shown.Succeeded || !shown.User.Active)
        {
            _log.LogWarning(shown.Failure, "A passkey was not accepted, or the account is closed");
            return new Authentication.Failed(PasskeyReasons.NotAccepted);
        }

        return await UseAsync(shown.User, shown.Passkey, ct);
    }

    private async Task<Authentication> UseAsync(PersonAccount account, UserPasskeyInfo shown, CancellationToken ct)
    {
        await using var work = await _database.BeginAsync(ct);
        if (await Passkeys.FindAsync(work, shown.CredentialId, ct) is not { } row)
        {
            return new Authentication.Failed(PasskeyReasons.NotAccepted);
        }

        var counted = await Passkeys.UseAsync(work, row.PasskeyId, shown.SignCount, shown.IsBackedUp, _time.GetUtcNow(), ct);
        if (!counted)
        {
            _log.LogWarning("The counter of a passkey of {StaffNo} went back from {Known} to {Count}", account.StaffNo, row.SignCount, shown.SignCount);
            await _record.PasskeyRefusedAsync(work, account, row, shown.SignCount, ct);
        }

        await work.CommitAsync(ct);
        return counted
            ? new Authentication.Succeeded(account.Person, AuthenticationMethod.Passkey)
            : new Authentication.Failed(PasskeyReasons.WentBack);
    }

    private async Task<PersonChange> WriteAsync(PersonAccount account)
    {
        var written = await _users.UpdateSecurityStampAsync(account);
        return written.Succeeded ? new PersonChange.Done(account.Person) : new PersonChange.Refused([.. PersonRules.RefusalsOf(written)]);
    }

    private async Task<bool> IsOwnerAsync(PersonAccount account, string password, CancellationToken ct) =>
        await _signatory.AuthenticateAsync(account.UserName, password, ct) is Authentication.Succeeded { Method: AuthenticationMethod.Password };

    private async Task KeepAsync(HttpContext context, StaffNumber? staffNo, string? name, string state, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var challengeId = PasskeyCookie.Give(context, Patience);
        await using var work = await _database.BeginAsync(ct);
        await PasskeyChallenges.AddAsync(
            work, new() { ChallengeId = challengeId, StaffNo = staffNo, Name = name, State = state, Until = now + Patience }, now, ct);
        await work.CommitAsync(ct);
    }

    private async Task<PasskeyChallenge?> TakeAsync(HttpContext context, CancellationToken ct)
    {
        if (PasskeyCookie.Take(context) is not { } challengeId)
        {
            return null;
        }

        await using var work = await _database.BeginAsync(ct);
        var challenge = await PasskeyChallenges.TakeAsync(work, challengeId, _time.GetUtcNow(), ct);
        await work.CommitAsync(ct);
        return challenge;
    }

    private async Task<PersonAccount> GetAsync(StaffNumber staffNo, CancellationToken ct) =>
        await PersonAccounts.FindAsync(_database, staffNo, ct) ?? throw new InvalidOperationException($"There is no account {staffNo}.");
}
