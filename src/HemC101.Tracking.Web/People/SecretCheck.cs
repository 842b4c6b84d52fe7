using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.People;

/// <summary>Compares a PIN or a password with its hash; every guess is counted durably before the comparison.</summary>
internal sealed class SecretCheck(
    Database database, UserManager<PersonAccount> users, IOptions<IdentityOptions> options, TimeProvider time, ILogger<SecretCheck> log)
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
        if (!await MayTryAsync(account, credential, ct))
        {
            log.LogWarning("{Credential} of {StaffNo} is locked; an attempt was refused", credential, account.StaffNo);
            SpendTheSameTime(secret);
            return false;
        }

        var right = credential switch
        {
            Credential.Password => await users.CheckPasswordAsync(account, secret),
            Credential.Pin => users.PasswordHasher.VerifyHashedPassword(account, account.PinHash, secret) != PasswordVerificationResult.Failed,
        };
        if (!right || !account.Active)
        {
            log.LogWarning("Wrong {Credential} for {StaffNo}, or the account is closed", credential, account.StaffNo);
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
        _nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, "nobody");
        users.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, secret);
    }

    private async Task<bool> MayTryAsync(PersonAccount account, Credential credential, CancellationToken ct)
    {
        var lockout = options.Value.Lockout;
        await using var work = await database.BeginAsync(ct);
        var taken = await Attempts.TakeAsync(
            work, account.StaffNo, credential, lockout.MaxFailedAccessAttempts, time.GetUtcNow(), lockout.DefaultLockoutTimeSpan, ct);
        await work.CommitAsync(ct);
        return taken;
    }
}
