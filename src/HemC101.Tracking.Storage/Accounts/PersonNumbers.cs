namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Numbers of people and of their badges. A number once given is never given again, even when its account was not opened.</summary>
public static class PersonNumbers
{
    public static Task<int> NextStaffAsync(UnitOfWork work, CancellationToken ct) => NextAsync(work, "staff", ct);

    public static Task<int> NextBadgeAsync(UnitOfWork work, CancellationToken ct) => NextAsync(work, "badge", ct);

    private static Task<int> NextAsync(UnitOfWork work, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.GetAsync<int>(
            """
            update person_number
               set last = last + 1
             where name = @name
            returning last
            """,
            new { name },
            ct);
    }
}
