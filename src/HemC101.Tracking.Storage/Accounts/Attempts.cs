using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>
/// Lock-out, counted in the database so that neither a restart nor many requests at once give more guesses. An attempt is counted before
/// the secret is looked at and forgiven when it was right.
/// </summary>
public static class Attempts
{
    /// <returns>False while the credential is locked; then nothing is counted.</returns>
    public static async Task<bool> TakeAsync(
        UnitOfWork work, StaffNumber staffNo, Credential credential, int allowed, DateTimeOffset now, TimeSpan lockFor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            credential switch
            {
                Credential.Pin =>
                    """
                    update person
                       set pin_failures = case when pin_failures + 1 >= @allowed then 0 else pin_failures + 1 end,
                           pin_locked_until = case when pin_failures + 1 >= @allowed then @until end
                     where staff_no = @staffNo
                       and (pin_locked_until is null or pin_locked_until <= @now)
                    """,
                Credential.Password =>
                    """
                    update person
                       set password_failures = case when password_failures + 1 >= @allowed then 0 else password_failures + 1 end,
                           password_locked_until = case when password_failures + 1 >= @allowed then @until end
                     where staff_no = @staffNo
                       and (password_locked_until is null or password_locked_until <= @now)
                    """,
            },
            new { staffNo, allowed, now, until = now + lockFor },
            ct) == 1;
    }

    /// <summary>Clears the count and the lock: the secret was right, or an administrator unlocked it.</summary>
    public static Task ForgiveAsync(UnitOfWork work, StaffNumber staffNo, Credential credential, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync(
            credential switch
            {
                Credential.Pin => "update person set pin_failures = 0, pin_locked_until = null where staff_no = @staffNo",
                Credential.Password => "update person set password_failures = 0, password_locked_until = null where staff_no = @staffNo",
            },
            new { staffNo },
            ct);
    }

    /// <returns>Null when the credential may be tried; the end of the lock may lie in the past.</returns>
    public static async Task<DateTimeOffset?> LockedUntilAsync(Source source, StaffNumber staffNo, Credential credential, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = await source.FindAsync<LockRow>(
            credential switch
            {
                Credential.Pin => "select pin_locked_until as until from person where staff_no = @staffNo",
                Credential.Password => "select password_locked_until as until from person where staff_no = @staffNo",
            },
            new { staffNo },
            ct);
        return row?.Until;
    }

    private sealed record LockRow
    {
        public DateTimeOffset? Until { get; init; }
    }
}
