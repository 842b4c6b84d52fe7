namespace HemC101.Tracking.Storage.Audit;

/// <summary>Who looked at whose personal data, where and when.</summary>
public static class PersonalDataLooks
{
    /// <returns>False when this look was written before, by whatever node.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, PersonalDataLook look, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        ArgumentNullException.ThrowIfNull(look);
        return await uow.ExecuteAsync(
            """
            insert into personal_data_look (staff_no, subject_no, place, hour, at)
            values (@StaffNo, @SubjectNo, @Place, @hour, @At)
            on conflict (staff_no, subject_no, place, hour) do nothing
            """,
            new { look.StaffNo, look.SubjectNo, look.Place, hour = HourOf(look.At), look.At },
            ct) == 1;
    }

    /// <summary>Moscow's hours begin when those of UTC do.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerHour));
    }

    /// <param name="source">Where to read.</param>
    /// <param name="filter">Which looks.</param>
    /// <param name="before">Exclusive: the number of the last look that is known already; null begins with the newest.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Newest first; empty also when there is no look of that number.</returns>
    public static async Task<IReadOnlyList<PersonalDataLook>> ListAsync(Source source, LookFilter filter, long? before, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var at = before is null ? null : await AtAsync(source, before.Value, ct);
        return before is not null && at is null
            ? []
            : await source.QueryAsync<PersonalDataLook>(
                $"""
                select look_id, staff_no, subject_no, place, at
                  from personal_data_look
                 where {Conditions(filter, before)}
                 order by at desc, look_id desc
                 limit @limit
                """,
                new { filter.StaffNo, filter.SubjectNo, filter.From, filter.Until, before, at, limit },
                ct);
    }

    private static Task<DateTimeOffset?> AtAsync(Source source, long lookId, CancellationToken ct) =>
        source.FindAsync<DateTimeOffset?>("select at from personal_data_look where look_id = @lookId", new { lookId }, ct);

    private static string Conditions(LookFilter filter, long? before) => string.Join(
        " and ",
        new[]
        {
            "true",
            filter.StaffNo is null ? null : "staff_no = @StaffNo",
            filter.SubjectNo is null ? null : "subject_no = @SubjectNo",
            filter.From is null ? null : "at >= @From",
            filter.Until is null ? null : "at < @Until",
            before is null ? null : "(at, look_id) < (@at, @before)",
        }.OfType<string>());
}
