namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The table <c>setup_link</c>: whoever holds the link makes the first account, and nobody makes another with it.</summary>
public static class SetupLinks
{
    /// <summary>The link before it opens nothing any more.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="hash">Lower-case hex SHA-256 of the link's secret.</param>
    /// <param name="until">Exclusive.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>False when somebody has an account: then there is no link.</returns>
    public static async Task<bool> ReplaceAsync(UnitOfWork work, string hash, DateTimeOffset until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            """
            insert into setup_link (one, hash, until)
            select 1, @hash, @until
             where not exists (select 1 from person)
                on conflict (one) do update set hash = excluded.hash, until = excluded.until
            """,
            new { hash, until },
            ct) == 1;
    }

    /// <returns>Whether the link would be taken now.</returns>
    public static async Task<bool> IsOpenAsync(Source source, string hash, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await source.GetAsync<long>(
            """
            select count(*)
              from setup_link
             where hash = @hash
               and until > @now
               and not exists (select 1 from person)
            """,
            new { hash, now },
            ct) == 1;
    }

    /// <summary>Belongs into the transaction that makes the account: of two at once the second waits, and finds the link gone.</summary>
    /// <returns>False when the link was taken or replaced, its time is over, or somebody has an account.</returns>
    public static async Task<bool> TakeAsync(UnitOfWork work, string hash, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            """
            delete from setup_link
             where hash = @hash
               and until > @now
               and not exists (select 1 from person)
            """,
            new { hash, now },
            ct) == 1;
    }

    public static async Task<bool> HasAnybodyAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await source.GetAsync<long>("select count(*) from person", null, ct) > 0;
    }
}
