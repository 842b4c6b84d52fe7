namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Each challenge is taken once, by one request: what was answered once is worth nothing when it is sent again.</summary>
public static class PasskeyChallenges
{
    /// <summary>Those that nobody answered in time go.</summary>
    public static async Task AddAsync(UnitOfWork work, PasskeyChallenge challenge, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await work.ExecuteAsync("delete from passkey_challenge where until <= @now", new { now }, ct);
        await work.ExecuteAsync(
            """
            insert into passkey_challenge (challenge_id, staff_no, name, state, until)
            values (@ChallengeId, @StaffNo, @Name, @State, @Until)
            """,
            challenge,
            ct);
    }

    /// <returns>Null when there is none, when it was taken before, or when its time is over.</returns>
    public static async Task<PasskeyChallenge?> TakeAsync(UnitOfWork work, string challengeId, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var found = await work.FindAsync<PasskeyChallenge>(
            "select challenge_id, staff_no, name, state, until from passkey_challenge where challenge_id = @challengeId and until > @now",
            new { challengeId, now },
            ct);
        var taken = await work.ExecuteAsync("delete from passkey_challenge where challenge_id = @challengeId", new { challengeId }, ct);
        return taken == 1 ? found : null;
    }
}
