namespace HemC101.Tracking.Storage.Registry;

/// <summary>Running numbers: 1, 2, 3, each given once; a number taken in a transaction that is rolled back is given again.</summary>
public static class Numbers
{
    /// <summary>More than a site gives between two backups, and few enough to lose.</summary>
    private const int Margin = 1_000;

    /// <summary>Subject numbers have three digits.</summary>
    private const int MarginOfSubjects = 10;

    /// <summary>
    /// After a restore: what was given since the backup stands on labels, bands and badges somewhere, and must never be given to another.
    /// </summary>
    public static Task<int> SkipAsync(UnitOfWork uow, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.ExecuteAsync(
            "update number_sequence set next = next + case when name = 'subject' then @MarginOfSubjects else @Margin end",
            new { Margin, MarginOfSubjects },
            ct);
    }

    /// <returns>What would be given next; null when the name was never counted.</returns>
    internal static Task<long?> PeekAsync(Source source, string name, CancellationToken ct) =>
        source.FindAsync<long?>("select next from number_sequence where name = @name", new { name }, ct);

    /// <param name="uow">The transaction that the number is used in.</param>
    /// <param name="name">Each name counts for itself, such as <c>coi/26</c>.</param>
    /// <param name="ct">Stops the write.</param>
    public static async Task<long> NextAsync(UnitOfWork uow, string name, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await EventLedger.HoldAsync(uow, ct);
        return await uow.GetAsync<long>(
            """
            insert into number_sequence (name, next)
            values (@name, 2)
            on conflict (name) do update
               set next = number_sequence.next + 1
            returning next - 1
            """,
            new { name },
            ct);
    }
}
