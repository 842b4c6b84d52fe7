using System.Security.Cryptography;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// ASP.NET Core Identity's view of the tables <c>person</c> and <c>person_passkey</c>. Lock-out is not here: see <see cref="SecretCheck"/>.
/// A passkey that is added or removed is written by the update that follows, in one transaction with the new security stamp.
/// </summary>
internal sealed class PersonStore(Database database, AccountRecord record, TimeProvider time)
    : IUserPasswordStore<PersonAccount>, IUserSecurityStampStore<PersonAccount>, IUserPasskeyStore<PersonAccount>
{
    private const int BytesOfAnId = 8;

    private static readonly IdentityErrorDescriber Errors = new();

    private static readonly IdentityError NameTaken = new() { Code = PersonRules.NameTakenCode, Description = "The name is another account's." };

    private readonly Queue<Func<UnitOfWork, CancellationToken, Task<IdentityError?>>> _along = new();

    /// <summary>Written with the next account that is made or changed, in its transaction; a refusal refuses both.</summary>
    public void Along(Func<UnitOfWork, CancellationToken, Task<IdentityError?>> write) => _along.Enqueue(write);

    public async Task<IdentityResult> CreateAsync(PersonAccount user, CancellationToken cancellationToken)
    {
        user.ConcurrencyStamp = NewStamp();
        await using var work = await database.BeginAsync(cancellationToken);
        await EventLedger.HoldAsync(work, cancellationToken);
        if (await WriteAlongAsync(work, cancellationToken) is { } refusal)
        {
            return IdentityResult.Failed(refusal);
        }

        if (await IsNamesakeAsync(work, user, cancellationToken))
        {
            return IdentityResult.Failed(NameTaken);
        }

        if (!await PersonAccounts.AddAsync(work, user, cancellationToken))
        {
            return IdentityResult.Failed(Errors.DuplicateUserName(user.UserName));
        }

        await record.AddedAsync(work, user, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(PersonAccount user, CancellationToken cancellationToken)
    {
        await using var work = await database.BeginAsync(cancellationToken);
        await EventLedger.HoldAsync(work, cancellationToken);
        var before = await PersonAccounts.FindAsync(work, user.StaffNo, cancellationToken);
        if (!await PersonAccounts.ChangeAsync(work, user, NewStamp(), cancellationToken))
        {
            return IdentityResult.Failed(Errors.ConcurrencyFailure());
        }

        if (!before!.Roles.SetEquals(user.Roles) && await IsNamesakeAsync(work, user, cancellationToken))
        {
            return IdentityResult.Failed(NameTaken);
        }

        if (await WriteAlongAsync(work, cancellationToken) is { } refusal)
        {
            return IdentityResult.Failed(refusal);
        }

        await record.ChangedAsync(work, before, user, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <exception cref="NotSupportedException">Always: signatures of people who left must stay readable. Deactivate instead.</exception>
    public Task<IdentityResult> DeleteAsync(PersonAccount user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A person is deactivated, never deleted.");

    public async Task<PersonAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        StaffNumber.TryParse(userId, null, out var staffNo) ? await PersonAccounts.FindAsync(database, staffNo, cancellationToken) : null;

    public Task<PersonAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        PersonAccounts.FindByNameAsync(database, normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.StaffNo.ToString());

    public Task<string?> GetUserNameAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(PersonAccount user, string? userName, CancellationToken cancellationToken)
    {
        user.UserName = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(PersonAccount user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedUserName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.PasswordHash);

    public Task SetPasswordHashAsync(PersonAccount user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task<bool> HasPasswordAsync(PersonAccount user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(PersonAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(PersonAccount user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    /// <summary>Only ever adds: what a sign-in changes in a passkey is written by <see cref="Passkeys.UseAsync"/>.</summary>
    public Task AddOrUpdatePasskeyAsync(PersonAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var row = RowOf(user, passkey);
        Along(async (work, ct) =>
        {
            if (!await Passkeys.AddAsync(work, row, ct))
            {
                return PasskeyErrors.Taken;
            }

            await record.PasskeyAddedAsync(work, user, row, ct);
            return null;
        });
        return Task.CompletedTask;
    }

    public Task RemovePasskeyAsync(PersonAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        Along(async (work, ct) =>
        {
            if (await Passkeys.FindAsync(work, credentialId, ct) is not { } row || !await Passkeys.RemoveAsync(work, user.StaffNo, credentialId, ct))
            {
                return PasskeyErrors.Gone;
            }

            await record.PasskeyRemovedAsync(work, user, row, ct);
            return null;
        });
        return Task.CompletedTask;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PersonAccount user, CancellationToken cancellationToken) =>
        [.. (await Passkeys.ListAsync(database, user.StaffNo, cancellationToken)).Select(InfoOf)];

    public async Task<PersonAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Passkeys.FindAsync(database, credentialId, cancellationToken) is { } row
            ? await PersonAccounts.FindAsync(database, row.StaffNo, cancellationToken)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PersonAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Passkeys.FindAsync(database, credentialId, cancellationToken) is { } row && row.StaffNo == user.StaffNo ? InfoOf(row) : null;

    public void Dispose()
    {
    }

    /// <summary>Closed accounts count: what they have signed counts, too. So do administrators, who must not work under another number.</summary>
    private static async Task<bool> IsNamesakeAsync(UnitOfWork work, PersonAccount user, CancellationToken ct) =>
        (await PersonAccounts.ListAsync(work, ct)).Any(other => other.StaffNo != user.StaffNo && Duties.AreOne(other.FullName, user.FullName));

    private async Task<IdentityError?> WriteAlongAsync(UnitOfWork work, CancellationToken ct)
    {
        IdentityError? refusal = null;
        while (_along.TryDequeue(out var write))
        {
            refusal ??= await write(work, ct);
        }

        return refusal;
    }

    private PasskeyRow RowOf(PersonAccount user, UserPasskeyInfo passkey) => new()
    {
        PasskeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId)),
        StaffNo = user.StaffNo,
        Name = passkey.Name ?? "",
        CredentialId = passkey.CredentialId,
        PublicKey = passkey.PublicKey,
        SignCount = passkey.SignCount,
        Transports = JsonSerializer.Serialize(passkey.Transports ?? []),
        BackupEligible = passkey.IsBackupEligible,
        BackedUp = passkey.IsBackedUp,
        Attestation = passkey.AttestationObject,
        ClientData = passkey.ClientDataJson,
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>
    /// With a count of 0, so that Identity leaves the count alone once the signature is right: it is compared where it is written, by
    /// <see cref="Passkeys.UseAsync"/>, which two requests at once cannot both pass. A passkey without user verification never gets here.
    /// </summary>
    private static UserPasskeyInfo InfoOf(PasskeyRow row) => new(
        row.CredentialId,
        row.PublicKey,
        row.CreatedAt,
        signCount: 0,
        JsonSerializer.Deserialize<string[]>(row.Transports),
        isUserVerified: true,
        row.BackupEligible,
        row.BackedUp,
        row.Attestation,
        row.ClientData)
    {
        Name = row.Name,
    };

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
