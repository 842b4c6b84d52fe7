using System.Collections.Frozen;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
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

    /// <summary>Issues the staff number and the first badge serial; the badge itself is printed from <see cref="PersonAccount.BadgeSerial"/>.</summary>
    public async Task<PersonChange> AddAsync(
        string fullName, string userName, IReadOnlySet<Role> roles, string password, string pin, string language, CancellationToken ct)
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
            BadgeSerial = serial,
            CreatedAt = _time.GetUtcNow(),
        };
        if (reasons.Count > 0)
        {
            return new PersonChange.Refused([.. reasons, .. await PasswordRefusalsAsync(account, password)]);
        }

        account.PinHash = _users.PasswordHasher.HashPassword(account, pin);
        return Answer(await _users.CreateAsync(account, password), account);
    }

    /// <summary>The old badge is refused from this moment on.</summary>
    public Task<PersonChange> ReplaceBadgeAsync(StaffNumber staffNo, CancellationToken ct) =>
        ChangeAsync(staffNo, async account => account.BadgeSerial = await _numbers.IssueSerialAsync(ct), ct);

    public async Task<PersonChange> ChangePinAsync(StaffNumber staffNo, string pin, CancellationToken ct)
    {
        if (Pin.Refusal(pin) is { } refusal)
        {
            return new PersonChange.Refused([refusal]);
        }

        return await ChangeAsync(staffNo, Credential.Pin, account => account.PinHash = _users.PasswordHasher.HashPassword(account, pin), ct);
    }

    public async Task<PersonChange> ChangePasswordAsync(StaffNumber staffNo, string password, CancellationToken ct)
    {
        var account = await GetAsync(staffNo, ct);
        List<Text> reasons = [.. PersonRules.RefusalsOfPassword(password), .. await PasswordRefusalsAsync(account, password)];
        if (reasons.Count > 0)
        {
            return new PersonChange.Refused(reasons);
        }

        return await ChangeAsync(
            staffNo, Credential.Password, changed => changed.PasswordHash = _users.PasswordHasher.HashPassword(changed, password), ct);
    }

    public async Task<PersonChange> ChangeRolesAsync(StaffNumber staffNo, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(roles);
        List<Text> reasons = [.. PersonRules.RefusalsOf(roles)];
        return reasons.Count > 0
            ? new PersonChange.Refused(reasons)
            : await ChangeAsync(staffNo, account => Task.FromResult(account.Roles = PersonRules.Copy(roles)), ct);
    }

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

    private async Task<PersonChange> ChangeAsync(
        StaffNumber staffNo, Credential credential, Action<PersonAccount> change, CancellationToken ct)
    {
        var answer = await ChangeAsync(
            staffNo,
            account =>
            {
                change(account);
                return Task.CompletedTask;
            },
            ct);
        if (answer is PersonChange.Done)
        {
            await UnlockAsync(staffNo, credential, ct);
        }

        return answer;
    }

    private async Task<PersonChange> ChangeAsync(StaffNumber staffNo, Func<PersonAccount, Task> change, CancellationToken ct)
    {
        var account = await GetAsync(staffNo, ct);
        await change(account);
        return Answer(await _users.UpdateSecurityStampAsync(account), account);
    }

    private async Task<PersonAccount> GetAsync(StaffNumber staffNo, CancellationToken ct) =>
        await PersonAccounts.FindAsync(_database, staffNo, ct) ?? throw new InvalidOperationException($"There is no account {staffNo}.");

    private async Task<IReadOnlyList<Text>> PasswordRefusalsAsync(PersonAccount account, string password)
    {
        List<Text> reasons = [];
        foreach (var validator in _users.PasswordValidators)
        {
            reasons.AddRange(PersonRules.RefusalsOf(await validator.ValidateAsync(_users, account, password)));
        }

        return reasons;
    }

    private static PersonChange Answer(IdentityResult result, PersonAccount account) =>
        result.Succeeded ? new PersonChange.Done(account.Person) : new PersonChange.Refused([.. PersonRules.RefusalsOf(result)]);
}
