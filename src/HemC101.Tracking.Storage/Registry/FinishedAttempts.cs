namespace HemC101.Tracking.Storage.Registry;

/// <summary>Makes a double click harmless: the same attempt finishes once.</summary>
public static class FinishedAttempts
{
    /// <summary>
    /// Begins a question about the attempts of a <c>@stream</c>, found by the times of its entries: an index of streams would have another
    /// page written for nearly every step. A cross join tells SQLite which table comes first: https://sqlite.org/optoverview.html.
    /// </summary>
    internal const string OfStream =
        """
        with of_stream as (
            select attempt_id, finished_attempt.stream, finished_attempt.version, content, at
              from ledger
             cross join finished_attempt
             where ledger.stream = @stream
               and at = recorded_at
               and finished_attempt.stream = ledger.stream
               and finished_attempt.version = ledger.version)
        """;

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

    /// <returns>Those that point at an entry of this stream, by its version; whoever points past it is <see cref="FindAstrayAsync">astray</see>.</returns>
    internal static Task<IReadOnlyList<FinishedAttempt>> ListAsync(Source source, string stream, CancellationToken ct) =>
        source.QueryAsync<FinishedAttempt>(
            $"{OfStream} select attempt_id, stream, version, content, at from of_stream order by version, attempt_id", new { stream }, ct);

    /// <returns>An attempt of a chain that has no such entry, or one of another time; null when there is none.</returns>
    internal static Task<string?> FindAstrayAsync(Source source, CancellationToken ct) =>
        source.FindAsync<string?>(
            """
            select attempt_id
              from finished_attempt
             where stream like 'chain/%'
               and exists (select 1 from stream_head where stream_head.stream = finished_attempt.stream)
               and not exists (select 1
                                 from ledger
                                where ledger.stream = finished_attempt.stream
                                  and ledger.version = finished_attempt.version
                                  and recorded_at = at)
             limit 1
            """,
            null,
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
