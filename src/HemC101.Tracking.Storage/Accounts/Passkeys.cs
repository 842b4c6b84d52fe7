using System.Data.Common;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The table <c>person_passkey</c>.</summary>
public static class Passkeys
{
    private const string Columns =
        """
        passkey_id, staff_no, name, credential_id, public_key, sign_count, transports, backup_eligible, backed_up, attestation, client_data,
        created_at, used_at
        """;

    /// <returns>In the order in which they were added.</returns>
    public static Task<IReadOnlyList<PasskeyRow>> ListAsync(Source source, StaffNumber staffNo, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<PasskeyRow>(
            $"""
            select {Columns}
              from person_passkey
             where staff_no = @staffNo
             order by created_at, passkey_id
            """,
            new { staffNo },
            ct);
    }

    public static Task<PasskeyRow?> FindAsync(Source source, byte[] credentialId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.FindAsync<PasskeyRow>(
            $"""
            select {Columns}
              from person_passkey
             where credential_id = @credentialId
            """,
            new { credentialId },
            ct);
    }

    /// <returns>False when the authenticator's identifier is taken.</returns>
    public static async Task<bool> AddAsync(UnitOfWork work, PasskeyRow passkey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work.ExecuteAsync(
                """
                insert into person_passkey (passkey_id, staff_no, name, credential_id, public_key, sign_count, transports, backup_eligible,
                                            backed_up, attestation, client_data, created_at, used_at)
                values (@PasskeyId, @StaffNo, @Name, @CredentialId, @PublicKey, @SignCount, @Transports, @BackupEligible,
                        @BackedUp, @Attestation, @ClientData, @CreatedAt, @UsedAt)
                """,
                passkey,
                ct);
            return true;
        }
        catch (DbException e) when (Dialect.IsDuplicate(e))
        {
            return false;
        }
    }

    /// <summary>A sign-in. Compared where it is written, so that of two at once with one count only one gets in.</summary>
    /// <returns>False when the count did not grow although the authenticator counts, or the passkey was removed meanwhile.</returns>
    public static async Task<bool> UseAsync(
        UnitOfWork work, string passkeyId, long signCount, bool backedUp, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            """
            update person_passkey
               set sign_count = @signCount,
                   backed_up = @backedUp,
                   used_at = @now
             where passkey_id = @passkeyId
               and (sign_count < @signCount or (sign_count = 0 and @signCount = 0))
            """,
            new { passkeyId, signCount, backedUp, now },
            ct) == 1;
    }

    /// <returns>False when the person has no such passkey, or no longer.</returns>
    public static async Task<bool> RemoveAsync(UnitOfWork work, StaffNumber staffNo, byte[] credentialId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            "delete from person_passkey where staff_no = @staffNo and credential_id = @credentialId", new { staffNo, credentialId }, ct) == 1;
    }
}
