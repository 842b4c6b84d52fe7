using System.Data.Common;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The table <c>person</c>, without its lock-out columns.</summary>
public static class PersonAccounts
{
    /// <summary>Where the ledger keeps what was done to the account.</summary>
    public static string StreamOf(StaffNumber staffNo) => $"person/{staffNo}";

    public static async Task<PersonAccount?> FindAsync(Source source, StaffNumber staffNo, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (await FindRowAsync(source, staffNo, ct))?.ToAccount();
    }

    internal static Task<PersonRow?> FindRowAsync(Source source, StaffNumber staffNo, CancellationToken ct)
    {
        source.RestOn(StreamOf(staffNo));
        return source.FindAsync<PersonRow>(
            $"""
            select {PersonRow.Columns}
              from person
             where staff_no = @staffNo
            """,
            new { staffNo },
            ct);
    }

    /// <param name="source">Where to read.</param>
    /// <param name="normalizedUserName">As ASP.NET Core Identity normalizes it: upper case.</param>
    /// <param name="ct">Cancels the query.</param>
    public static async Task<PersonAccount?> FindByNameAsync(Source source, string normalizedUserName, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var row = await source.FindAsync<PersonRow>(
            $"""
            select {PersonRow.Columns}
              from person
             where normalized_user_name = @normalizedUserName
            """,
            new { normalizedUserName },
            ct);
        return row?.ToAccount();
    }

    public static async Task<IReadOnlyList<PersonAccount>> ListAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var rows = await source.QueryAsync<PersonRow>(
            $"""
            select {PersonRow.Columns}
              from person
             order by full_name, staff_no
            """,
            null,
            ct);
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <returns>False when the staff number, the user name or the badge serial is taken.</returns>
    public static async Task<bool> AddAsync(UnitOfWork work, PersonAccount account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(account);
        try
        {
            await work.ExecuteAsync(
                """
                insert into person (staff_no, user_name, normalized_user_name, full_name, roles, training, language, password_hash, pin_hash,
                                    password_state, pin_state, badge_serial, active, security_stamp, concurrency_stamp, created_at)
                values (@StaffNo, @UserName, @NormalizedUserName, @FullName, @Roles, @Training, @Language, @PasswordHash, @PinHash,
                        @PasswordState, @PinState, @BadgeSerial, @Active, @SecurityStamp, @ConcurrencyStamp, @CreatedAt)
                """,
                Values(account),
                ct);
            return true;
        }
        catch (DbException e) when (Dialect.IsDuplicate(e))
        {
            return false;
        }
    }

    /// <returns>False when somebody else changed the account since it was read.</returns>
    public static async Task<bool> ChangeAsync(UnitOfWork work, PersonAccount account, string newConcurrencyStamp, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(account);
        var values = Values(account);
        values["newConcurrencyStamp"] = newConcurrencyStamp;
        var changed = await work.ExecuteAsync(
            """
            update person
               set user_name = @UserName,
                   normalized_user_name = @NormalizedUserName,
                   full_name = @FullName,
                   roles = @Roles,
                   training = @Training,
                   language = @Language,
                   password_hash = @PasswordHash,
                   pin_hash = @PinHash,
                   password_state = @PasswordState,
                   pin_state = @PinState,
                   badge_serial = @BadgeSerial,
                   active = @Active,
                   security_stamp = @SecurityStamp,
                   concurrency_stamp = @newConcurrencyStamp
             where staff_no = @StaffNo
               and concurrency_stamp = @ConcurrencyStamp
            """,
            values,
            ct);
        if (changed == 1)
        {
            account.ConcurrencyStamp = newConcurrencyStamp;
        }

        return changed == 1;
    }

    private static Dictionary<string, object?> Values(PersonAccount account) => new()
    {
        ["StaffNo"] = account.StaffNo,
        ["UserName"] = account.UserName,
        ["NormalizedUserName"] = account.NormalizedUserName,
        ["FullName"] = account.FullName,
        ["Roles"] = PersonRow.TextOf(account.Roles),
        ["Training"] = PersonRow.TextOf(account.Training),
        ["Language"] = account.Language,
        ["PasswordHash"] = account.PasswordHash,
        ["PinHash"] = account.PinHash,
        ["PasswordState"] = account.PasswordState,
        ["PinState"] = account.PinState,
        ["BadgeSerial"] = account.BadgeSerial,
        ["Active"] = account.Active,
        ["SecurityStamp"] = account.SecurityStamp,
        ["ConcurrencyStamp"] = account.ConcurrencyStamp,
        ["CreatedAt"] = account.CreatedAt,
    };
}
