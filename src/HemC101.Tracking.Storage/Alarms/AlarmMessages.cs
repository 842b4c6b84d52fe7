namespace HemC101.Tracking.Storage.Alarms;

/// <summary>
/// <c>Waiting → Sending → Sent</c>; a failure goes back to Waiting, or is dropped when the alarm is over meanwhile. Every move answers false when the message was no longer in the state it
/// starts from.
/// </summary>
public static class AlarmMessages
{
    private const string Columns =
        "message_id, alarm_key, call_no, staff_no, basis, channel, address, state, attempts, may_have_gone, next_at, last_error, created_at, changed_at";

    /// <summary>What did not arrive is tried again as long as somebody is to be called at all.</summary>
    private const string BackInLine =
        """
        case when exists (select 1
                            from alarm
                           where alarm.alarm_key = alarm_message.alarm_key
                             and alarm.acknowledged_at is null
                             and alarm.passed_at is null) then 'Waiting' else 'Dropped' end
        """;

    public static Task AddAsync(UnitOfWork uow, AlarmMessageRow message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.ExecuteAsync(
            """
            insert into alarm_message (alarm_key, call_no, staff_no, basis, channel, address, state, attempts, may_have_gone, next_at, created_at, changed_at)
            values (@AlarmKey, @CallNo, @StaffNo, @Basis, @Channel, @Address, 'Waiting', 0, false, @NextAt, @CreatedAt, @CreatedAt)
            """,
            message,
            ct);
    }

    /// <summary>Takes the oldest message of a channel whose time has come; committed before it is sent.</summary>
    /// <returns>Now Sending; null when none is due.</returns>
    public static Task<AlarmMessageRow?> TakeNextAsync(UnitOfWork uow, AlarmChannel channel, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.FindAsync<AlarmMessageRow>(
            $"""
            update alarm_message
               set state = 'Sending', attempts = attempts + 1, changed_at = @now
             where state = 'Waiting'
               and message_id = (select min(message_id) from alarm_message where channel = @channel and state = 'Waiting' and next_at <= @now)
            returning {Columns}
            """,
            new { channel, now },
            ct);
    }

    public static async Task<bool> SentAsync(UnitOfWork uow, long messageId, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return await uow.ExecuteAsync(
            "update alarm_message set state = 'Sent', last_error = null, changed_at = @at where message_id = @messageId and state = 'Sending'",
            new { messageId, at },
            ct) == 1;
    }

    /// <param name="mayHaveGone">It broke off after the other side may have taken it.</param>
    public static async Task<bool> FailedAsync(
        UnitOfWork uow, long messageId, string error, bool mayHaveGone, DateTimeOffset nextAt, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return await uow.ExecuteAsync(
            $"""
            update alarm_message
               set state = {BackInLine}, last_error = @error, may_have_gone = may_have_gone or @mayHaveGone, next_at = @nextAt, changed_at = @at
             where message_id = @messageId
               and state = 'Sending'
            """,
            new { messageId, error, mayHaveGone, nextAt, at },
            ct) == 1;
    }

    /// <summary>At the start of the sender, before it takes the first: what the one before was sending may have gone, and is sent again.</summary>
    /// <returns>How many.</returns>
    public static Task<int> RecoverAsync(UnitOfWork uow, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.ExecuteAsync(
            $"update alarm_message set state = {BackInLine}, may_have_gone = true, next_at = @at, changed_at = @at where state = 'Sending'", new { at }, ct);
    }

    /// <summary>What has not gone yet does not go any more.</summary>
    public static Task<int> DropAsync(UnitOfWork uow, string alarmKey, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return uow.ExecuteAsync(
            "update alarm_message set state = 'Dropped', changed_at = @at where alarm_key = @alarmKey and state = 'Waiting'", new { alarmKey, at }, ct);
    }

    /// <returns>About one alarm, in the order in which they were written.</returns>
    public static Task<IReadOnlyList<AlarmMessageRow>> ListAsync(Source source, string alarmKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<AlarmMessageRow>(
            $"select {Columns} from alarm_message where alarm_key = @alarmKey order by message_id", new { alarmKey }, ct);
    }

    /// <returns>About every open alarm, and those raised since a moment; in the order in which they were written.</returns>
    public static Task<IReadOnlyList<AlarmMessageRow>> ListSinceAsync(Source source, DateTimeOffset since, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<AlarmMessageRow>(
            $"""
            select {Columns}
              from alarm_message
             where alarm_key in (select alarm_key
                                   from alarm
                                  where (acknowledged_at is null and passed_at is null) or raised_at >= @since)
             order by message_id
            """,
            new { since },
            ct);
    }
}
