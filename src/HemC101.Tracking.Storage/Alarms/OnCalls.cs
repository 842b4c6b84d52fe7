using HemC101.Tracking.Alarms;

namespace HemC101.Tracking.Storage.Alarms;

/// <summary>Who is called for which alarms, and in which order.</summary>
public static class OnCalls
{
    internal const string Prefix = "on-call/";

    /// <summary>Names under which an entry of the journal holds when a shift begins and ends; it has none of somebody who always is on call.</summary>
    public const string From = "Since";

    public const string Until = "Until";

    public const string Added = "OnCallAdded";
    public const string Removed = "OnCallRemoved";

    /// <summary>Where the ledger keeps who was put on the list of a group and taken off it.</summary>
    public static string StreamOf(AlarmGroup group) => Prefix + group;

    public static Task AddAsync(UnitOfWork uow, OnCallRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.ExecuteAsync(
            """
            insert into on_call (on_call_id, alarm_group, staff_no, place, from_at, until_at, mail, phone, salt, added_at)
            values (@OnCallId, @AlarmGroup, @StaffNo, @Place, @FromAt, @UntilAt, @Mail, @Phone, @Salt, @AddedAt)
            """,
            row,
            ct);
    }

    /// <returns>What was removed; null when somebody else did it first.</returns>
    public static Task<OnCallRow?> RemoveAsync(UnitOfWork uow, string onCallId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.FindAsync<OnCallRow>(
            """
            delete from on_call
             where on_call_id = @onCallId
            returning on_call_id, alarm_group, staff_no, place, from_at, until_at, mail, phone, salt, added_at
            """,
            new { onCallId },
            ct);
    }

    /// <returns>By group, in the order in which they are called.</returns>
    public static Task<IReadOnlyList<OnCallRow>> ListAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<OnCallRow>(
            """
            select on_call_id, alarm_group, staff_no, place, from_at, until_at, mail, phone, salt, added_at
              from on_call
             order by alarm_group, (case when from_at is null then 0 else 1 end), from_at, place, added_at, on_call_id
            """,
            null,
            ct);
    }
}
