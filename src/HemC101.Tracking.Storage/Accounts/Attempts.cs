using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>
/// Lock-out, counted in the database so that neither a restart nor many requests at once give more guesses. An attempt is counted before
/// the secret is looked at and forgiven when it was right.
/// </summary>
public static class Attempts
{
    /// <summary>Closed by the last allowed guess, and after it by each, for as long as <see cref="LockOut"/> says.</summary>
    /// <returns>False while the credential is locked; then nothing is counted.</returns>
    public static async Task<bool> TakeAsync(UnitOfWork work, StaffNumber staffNo, Credential credential, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            credential switch
            {
                Credential.Pin =>
                    """
                    update person
                       set pin_failures = pin_failures + 1,
                           pin_locked_until = case when pin_failures + 1 < @closesAt then null
                                                   when pin_failures + 1 = @closesAt then @until0
                                                   when pin_failures = @closesAt then @until1
                                                   when pin_failures - 1 = @closesAt then @until2
                                                   when pin_failures - 2 = @closesAt then @until3
                                                   when pin_failures - 3 = @closesAt then @until4
                                                   when pin_failures - 4 = @closesAt then @until5
                                                   else @until6 end
                     where staff_no = @staffNo
                       and (pin_locked_until is null or pin_locked_until <= @now)
                    """,
                Credential.Password =>
                    """
                    update person
                       set password_failures = password_failures + 1,
                           password_locked_until = case when password_failures + 1 < @closesAt then null
                                                        when password_failures + 1 = @closesAt then @until0
                                                        when password_failures = @closesAt then @until1
                                                        when password_failures - 1 = @closesAt then @until2
                                                        when password_failures - 2 = @closesAt then @until3
                                                        when password_failures - 3 = @closesAt then @until4
                                                        when password_failures - 4 = @closesAt then @until5
                                                        else @until6 end
                     where staff_no = @staffNo
                       and (password_locked_until is null or password_locked_until <= @now)
                    """,
            },
            ValuesOf(staffNo, now),
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

    private static Dictionary<string, object?> ValuesOf(StaffNumber staffNo, DateTimeOffset now)
    {
        Dictionary<string, object?> values = new() { ["staffNo"] = staffNo, ["now"] = now, ["closesAt"] = LockOut.ClosesAt };
        for (var at = 0; at < LockOut.Waits.Count; at++)
        {
            values[$"until{at}"] = now + LockOut.Waits[at];
        }

        return values;
    }

    private sealed record LockRow
    {
        public DateTimeOffset? Until { get; init; }
    }
}
