namespace HemC101.Tracking.Storage.Registry;

/// <summary>Makes a double click harmless: the same attempt finishes once.</summary>
public static class FinishedAttempts
{
    /// <returns>Null when the attempt is finished by this call; else how it was finished before.</returns>
    public static async Task<FinishedAttempt?> TryFinishAsync(UnitOfWork uow, FinishedAttempt attempt, CancellationToken ct)
    {
        var added = await uow.ExecuteAsync(
            """
            insert into finished_attempt (attempt_id, stream, version, content, at)
            values (@AttemptId, @Stream, @Version, @Content, @At)
            on conflict (attempt_id) do nothing
            """,
            attempt,
            ct);
        return added == 1 ? null : await FindAsync(uow, attempt.AttemptId, ct);
    }

    /// <returns>The finished attempts of one stream of the ledger, by their versions.</returns>
    public static Task<IReadOnlyList<FinishedAttempt>> ListAsync(Source source, string stream, CancellationToken ct) =>
        source.QueryAsync<FinishedAttempt>(
            "select attempt_id, stream, version, content, at from finished_attempt where stream = @stream order by version, attempt_id",
            new { stream },
            ct);

    /// <returns>Those of no chain, by their places in the ledger.</returns>
    internal static Task<IReadOnlyList<FinishedAttempt>> ListOfHouseAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<FinishedAttempt>(
            """
            select attempt_id, stream, version, content, at
              from finished_attempt
             where stream not like 'chain/%'
             order by stream, version, attempt_id
            """,
            null,
            ct);

    /// <returns>Null when the attempt is not finished.</returns>
    public static Task<FinishedAttempt?> FindAsync(Source source, string attemptId, CancellationToken ct) =>
        source.FindAsync<FinishedAttempt>(
            "select attempt_id, stream, version, content, at from finished_attempt where attempt_id = @attemptId", new { attemptId }, ct);
}
