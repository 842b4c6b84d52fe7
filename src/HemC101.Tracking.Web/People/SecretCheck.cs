using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>Compares a PIN or a password with its hash; every guess is counted durably before the comparison.</summary>
internal sealed class SecretCheck(
    Database database, Lazy<UserManager<PersonAccount>> users, AccountRecord record, TimeProvider time, ILogger<SecretCheck> log)
{
    private static readonly PersonAccount Nobody = new()
    {
        StaffNo = default,
        UserName = "",
        FullName = "",
        Roles = new HashSet<Tracking.People.Role>(),
        Language = "ru",
        BadgeSerial = default,
        CreatedAt = default,
    };

    private static string? _nobodysHash;

    public async Task<bool> IsRightAsync(PersonAccount account, Credential credential, string secret, CancellationToken ct)
    {
        var (mayTry, lockedUntil) = await TakeAsync(account, credential, ct);
        if (!mayTry)
        {
            log.LogWarning("{Credential} of {StaffNo} is locked; an attempt was refused", credential, account.StaffNo);
            SpendTheSameTime(secret);
            return false;
        }

        var right = credential switch
        {
            Credential.Password => await users.Value.CheckPasswordAsync(account, secret),
            Credential.Pin => users.Value.PasswordHasher.VerifyHashedPassword(account, account.PinHash, secret) != PasswordVerificationResult.Failed,
        };
        if (!right || !account.Active)
        {
            log.LogWarning("Wrong {Credential} for {StaffNo}, or the account is closed", credential, account.StaffNo);
            if (lockedUntil is { } until)
            {
                await record.LockedAsync(account, credential, until, ct);
            }

            return false;
        }

        await using var work = await database.BeginAsync(ct);
        await Attempts.ForgiveAsync(work, account.StaffNo, credential, ct);
        await work.CommitAsync(ct);
        return true;
    }

    /// <summary>An unknown name costs as much time as a wrong secret.</summary>
    public void SpendTheSameTime(string secret)
    {
        _nobodysHash ??= users.Value.PasswordHasher.HashPassword(Nobody, "nobody");
        users.Value.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, secret);
    }

    /// <returns>Whether there is a guess left; and until when it closes the credential, unless it is right.</returns>
    private async Task<(bool MayTry, DateTimeOffset? LockedUntil)> TakeAsync(PersonAccount account, Credential credential, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var work = await database.BeginAsync(ct);
        var taken = await Attempts.TakeAsync(work, account.StaffNo, credential, now, ct);
        var until = taken ? await Attempts.LockedUntilAsync(work, account.StaffNo, credential, ct) : null;
        await work.CommitAsync(ct);
        return (taken, until);
    }
}
