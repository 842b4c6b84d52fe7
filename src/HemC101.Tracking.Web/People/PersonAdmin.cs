using System.Collections.Frozen;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>Opens, changes and closes accounts. Every change of rights or secrets ends the person's open sessions.</summary>
public sealed class PersonAdmin
{
    private readonly Database _database;
    private readonly UserManager<PersonAccount> _users;
    private readonly BadgeNumbers _numbers;
    private readonly TimeProvider _time;

    internal PersonAdmin(Database database, UserManager<PersonAccount> users, BadgeNumbers numbers, TimeProvider time) =>
        (_database, _users, _numbers, _time) = (database, users, numbers, time);

    /// <summary>
    /// Issues the staff number and the first badge serial; the badge itself is printed from <see cref="PersonAccount.BadgeSerial"/>. Whoever
    /// has chosen the secrets is their owner.
    /// </summary>
    public Task<PersonChange> AddAsync(
        string fullName, string userName, IReadOnlySet<Role> roles, string password, string pin, string language, CancellationToken ct) =>
        AddAsync(SecretState.Own, fullName, userName, roles, password, pin, language, null, ct);

    /// <summary>With first secrets that are known to whoever adds the person: their owner chooses others before anything else.</summary>
    public Task<PersonChange> AddWithGivenSecretsAsync(
        string fullName, string userName, IReadOnlySet<Role> roles, string password, string pin, string language, CancellationToken ct) =>
        AddAsync(SecretState.Given, fullName, userName, roles, password, pin, language, null, ct);

    /// <summary>As <see cref="AddWithGivenSecretsAsync"/>, by those who sign for it; see <see cref="GiveRights"/>.</summary>
    /// <param name="fullName">Of the person.</param>
    /// <param name="userName">Of the person.</param>
    /// <param name="roles">Of the person.</param>
    /// <param name="password">Both parts of it.</param>
    /// <param name="pin">Both parts of it.</param>
    /// <param name="language">Of the pages.</param>
    /// <param name="before">Called when nothing stands in the way, just before the account is written.</param>
    /// <param name="ct">Cancels it.</param>
    internal Task<PersonChange> AddByTwoAsync(
        string fullName, string userName, IReadOnlySet<Role> roles, string password, string pin, string language, Action<PersonAccount> before, CancellationToken ct) =>
        AddAsync(SecretState.Given, fullName, userName, roles, password, pin, language, before, ct);

    /// <summary>The old badge is refused from this moment on.</summary>
    public Task<PersonChange> ReplaceBadgeAsync(StaffNumber staffNo, CancellationToken ct) =>
        ChangeAsync(staffNo, async account => account.BadgeSerial = await _numbers.IssueSerialAsync(ct), ct);

    public Task<PersonChange> ChangePinAsync(StaffNumber staffNo, string pin, CancellationToken ct) =>
        ChangeSecretsAsync(staffNo, null, pin, ct);

    public Task<PersonChange> ChangePasswordAsync(StaffNumber staffNo, string password, CancellationToken ct) =>
        ChangeSecretsAsync(staffNo, password, null, ct);

    /// <summary>By their owner, who alone knows them from now on.</summary>
    /// <param name="staffNo">Whose.</param>
    /// <param name="password">Null leaves it.</param>
    /// <param name="pin">Null leaves it.</param>
    /// <param name="ct">Cancels the change.</param>
    public async Task<PersonChange> ChangeSecretsAsync(StaffNumber staffNo, string? password, string? pin, CancellationToken ct) =>
        await SetSecretsAsync(await GetAsync(staffNo, ct), password, pin, SecretState.Own, ct);

    /// <summary>By somebody else, for an owner who has lost it; see <see cref="RecoverAccount"/>.</summary>
    /// <param name="account">As it was when that was decided.</param>
    /// <param name="what">Which secret, or the badge.</param>
    /// <param name="secret">For a badge of no weight.</param>
    /// <param name="ct">Cancels the change.</param>
    internal async Task<PersonChange> RecoverAsync(PersonAccount account, Recovery what, string secret, CancellationToken ct) => what switch
    {
        Recovery.Badge => await ChangeAsync(account, async changed => changed.BadgeSerial = await _numbers.IssueSerialAsync(ct)),
        Recovery.Pin => await SetSecretsAsync(account, null, secret, SecretState.Given, ct),
        Recovery.Password => await SetSecretsAsync(account, secret, null, SecretState.Given, ct),
    };

    /// <summary>It got known: it opens nothing from this moment on, and its owner replaces it after signing in by another way.</summary>
    public Task<PersonChange> CloseLeakedAsync(StaffNumber staffNo, Credential credential, CancellationToken ct) =>
        ChangeAsync(
            staffNo,
            account =>
            {
                (account.PinState, account.PasswordState) = credential switch
                {
                    Credential.Pin => (SecretState.Leaked, account.PasswordState),
                    Credential.Password => (account.PinState, SecretState.Leaked),
                };
                return Task.CompletedTask;
            },
            ct);

    public async Task<PersonChange> ChangeRolesAsync(StaffNumber staffNo, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(roles);
        List<Text> reasons = [.. PersonRules.RefusalsOf(roles)];
        return reasons.Count > 0
            ? new PersonChange.Refused(reasons)
            : await ChangeAsync(staffNo, account => Task.FromResult(account.Roles = PersonRules.Copy(roles)), ct);
    }

    /// <summary>By those who sign for it; see <see cref="GiveRights"/>.</summary>
    internal Task<PersonChange> ChangeRolesAsync(PersonAccount account, IReadOnlySet<Role> roles) =>
        ChangeAsync(account, changed => Task.FromResult(changed.Roles = PersonRules.Copy(roles)));

    /// <param name="staffNo">Whose.</param>
    /// <param name="training">By role; a role that is not named has no limit.</param>
    /// <param name="ct">Cancels the change.</param>
    public async Task<PersonChange> ChangeTrainingAsync(StaffNumber staffNo, IReadOnlyDictionary<Role, Training> training, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(training);
        List<Text> reasons = [.. PersonRules.RefusalsOf(training)];
        return reasons.Count > 0
            ? new PersonChange.Refused(reasons)
            : await ChangeAsync(staffNo, account => Task.FromResult(account.Training = training.ToFrozenDictionary()), ct);
    }

    /// <summary>A closed account signs and opens nothing; what it has signed stays readable.</summary>
    public Task<PersonChange> SetActiveAsync(StaffNumber staffNo, bool active, CancellationToken ct) =>
        ChangeAsync(staffNo, account => Task.FromResult(account.Active = active), ct);

    public async Task UnlockAsync(StaffNumber staffNo, Credential credential, CancellationToken ct)
    {
        await using var work = await _database.BeginAsync(ct);
        await Attempts.ForgiveAsync(work, staffNo, credential, ct);
        await work.CommitAsync(ct);
    }

    /// <summary>The person's own choice; unlike all other changes it ends no session.</summary>
    public async Task ChangeLanguageAsync(StaffNumber staffNo, string language, CancellationToken ct)
    {
        var account = await GetAsync(staffNo, ct);
        account.Language = language;
        await _users.UpdateAsync(account);
    }

    private async Task<PersonChange> AddAsync(
        SecretState state,
        string fullName,
        string userName,
        IReadOnlySet<Role> roles,
        string password,
        string pin,
        string language,
        Action<PersonAccount>? before,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(roles);
        List<Text> reasons =
        [
            .. PersonRules.RefusalsOf(fullName, userName, language),
            .. PersonRules.RefusalsOf(roles),
            .. PersonRules.RefusalsOfPassword(password),
            .. Pin.Refusal(pin) is { } refusal ? [refusal] : Array.Empty<Text>(),
        ];
        var (staffNo, serial) = reasons.Count == 0 ? await _numbers.IssueAsync(ct) : default;
        var account = new PersonAccount
        {
            StaffNo = staffNo,
            UserName = userName,
            FullName = fullName,
            Roles = PersonRules.Copy(roles),
            Language = language,
            PasswordState = state,
            PinState = state,
            BadgeSerial = serial,
            CreatedAt = _time.GetUtcNow(),
        };
        if (reasons.Count > 0)
        {
            return new PersonChange.Refused([.. reasons.Union(await PasswordRefusalsAsync(account, password))]);
        }

        account.PinHash = _users.PasswordHasher.HashPassword(account, pin);
        before?.Invoke(account);
        return Answer(await _users.CreateAsync(account, password), account);
    }

    private async Task<PersonChange> SetSecretsAsync(PersonAccount account, string? password, string? pin, SecretState state, CancellationToken ct)
    {
        List<Text> reasons =
        [
            .. password is null ? [] : await PasswordRefusalsAsync(account, password),
            .. pin is not null && Pin.Refusal(pin) is { } refusal ? [refusal] : Array.Empty<Text>(),
            .. IsTheOld(account, account.PasswordHash, password) || IsTheOld(account, account.PinHash, pin) ? [PersonRules.SameAsBefore] : Array.Empty<Text>(),
        ];
        if (reasons.Count > 0)
        {
            return new PersonChange.Refused(reasons);
        }

        var answer = await ChangeAsync(account, changed =>
        {
            (changed.PasswordHash, changed.PasswordState) =
                password is null ? (changed.PasswordHash, changed.PasswordState) : (_users.PasswordHasher.HashPassword(changed, password), state);
            (changed.PinHash, changed.PinState) =
                pin is null ? (changed.PinHash, changed.PinState) : (_users.PasswordHasher.HashPassword(changed, pin), state);
            return Task.CompletedTask;
        });
        foreach (var credential in answer is PersonChange.Done ? Changed(password, pin) : [])
        {
            await UnlockAsync(account.StaffNo, credential, ct);
        }

        return answer;
    }

    private static IEnumerable<Credential> Changed(string? password, string? pin) =>
    [
        .. password is null ? Array.Empty<Credential>() : [Credential.Password],
        .. pin is null ? Array.Empty<Credential>() : [Credential.Pin],
    ];

    private bool IsTheOld(PersonAccount account, string hash, string? secret) =>
        secret is not null && _users.PasswordHasher.VerifyHashedPassword(account, hash, secret) != PasswordVerificationResult.Failed;

    private async Task<PersonChange> ChangeAsync(StaffNumber staffNo, Func<PersonAccount, Task> change, CancellationToken ct) =>
        await ChangeAsync(await GetAsync(staffNo, ct), change);

    private async Task<PersonChange> ChangeAsync(PersonAccount account, Func<PersonAccount, Task> change)
    {
        await change(account);
        return Answer(await _users.UpdateSecurityStampAsync(account), account);
    }

    private async Task<PersonAccount> GetAsync(StaffNumber staffNo, CancellationToken ct) =>
        await PersonAccounts.FindAsync(_database, staffNo, ct) ?? throw new InvalidOperationException($"There is no account {staffNo}.");

    private async Task<IReadOnlyList<Text>> PasswordRefusalsAsync(PersonAccount account, string password)
    {
        List<Text> reasons = [.. PersonRules.RefusalsOfPassword(password)];
        foreach (var validator in _users.PasswordValidators)
        {
            reasons.AddRange(PersonRules.RefusalsOf(await validator.ValidateAsync(_users, account, password)));
        }

        return reasons;
    }

    private static PersonChange Answer(IdentityResult result, PersonAccount account) =>
        result.Succeeded ? new PersonChange.Done(account.Person) : new PersonChange.Refused([.. PersonRules.RefusalsOf(result)]);
}
