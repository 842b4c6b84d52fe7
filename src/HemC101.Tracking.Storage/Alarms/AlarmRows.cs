using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Storage.Alarms;

/// <summary>The outbox. A row is written in the transaction of what raised it; who is called for it, and how, is found out afterwards.</summary>
public static class AlarmRows
{
    internal const string Prefix = "alarm/";

    private const string Columns =
        "alarm_key, kind, alarm_group, coi, subject_no, bag, version, raised_at, acknowledged_by, acknowledged_at, passed_at, calls, next_at";

    /// <summary>Where the ledger keeps who was called and who acknowledged it.</summary>
    public static string StreamOf(string alarmKey) => Prefix + alarmKey;

    /// <summary>A clock that had passed and runs out again calls again, from the first person on; its journal tells both rounds.</summary>
    /// <returns>False when it stands there already.</returns>
    public static async Task<bool> RaiseAsync(UnitOfWork uow, AlarmRow alarm, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(uow);
        return await uow.ExecuteAsync(
            """
            insert into alarm (alarm_key, kind, alarm_group, coi, subject_no, bag, version, raised_at, calls, next_at)
            values (@AlarmKey, @Kind, @AlarmGroup, @Coi, @SubjectNo, @Bag, @Version, @RaisedAt, 0, @NextAt)
            on conflict (alarm_key) do update
               set raised_at = excluded.raised_at, next_at = excluded.next_at, calls = 0, acknowledged_by = null, acknowledged_at = null, passed_at = null
             where alarm.version is null
               and alarm.passed_at is not null
               and excluded.version is null
            """,
            alarm,
            ct) == 1;
    }

    /// <summary>Asked for inside a decision, it is decided anew when somebody else has acknowledged meanwhile.</summary>
    public static Task<AlarmRow?> FindAsync(Source source, string alarmKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.RestOn(StreamOf(alarmKey));
        return source.FindAsync<AlarmRow>($"select {Columns} from alarm where alarm_key = @alarmKey", new { alarmKey }, ct);
    }

    /// <returns>Neither acknowledged nor passed, newest first.</returns>
    public static Task<IReadOnlyList<AlarmRow>> ListOpenAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>(
            $"select {Columns} from alarm where acknowledged_at is null and passed_at is null order by raised_at desc, alarm_key", null, ct);

    /// <returns>Acknowledged or passed, newest first.</returns>
    public static Task<IReadOnlyList<AlarmRow>> ListOverAsync(Source source, int count, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>(
            $"""
            select {Columns}
              from alarm
             where acknowledged_at is not null or passed_at is not null
             order by raised_at desc, alarm_key
             limit @count
            """,
            new { count },
            ct);

    /// <returns>Raised by a clock that stood when it was last looked at, acknowledged or not.</returns>
    public static Task<IReadOnlyList<AlarmRow>> ListRunningAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>($"select {Columns} from alarm where version is null and passed_at is null order by alarm_key", null, ct);

    /// <returns>Open, and somebody is to be called now; those that wait longest first.</returns>
    public static Task<IReadOnlyList<AlarmRow>> ListDueAsync(Source source, DateTimeOffset now, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>(
            $"""
            select {Columns}
              from alarm
             where acknowledged_at is null
               and passed_at is null
               and next_at <= @now
             order by next_at, alarm_key
            """,
            new { now },
            ct);

    /// <returns>False when it is no longer open.</returns>
    public static async Task<bool> AcknowledgeAsync(UnitOfWork uow, string alarmKey, StaffNumber by, DateTimeOffset at, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update alarm
               set acknowledged_by = @by, acknowledged_at = @at
             where alarm_key = @alarmKey
               and acknowledged_at is null
               and passed_at is null
            """,
            new { alarmKey, by, at },
            ct) == 1;

    /// <returns>False when it has passed already, or an event raised it.</returns>
    public static async Task<bool> PassAsync(UnitOfWork uow, string alarmKey, DateTimeOffset at, CancellationToken ct) =>
        await uow.ExecuteAsync(
            "update alarm set passed_at = @at where alarm_key = @alarmKey and version is null and passed_at is null", new { alarmKey, at }, ct) == 1;

    /// <param name="calls">As many as there were when it was decided to call.</param>
    /// <param name="more">1 when somebody is called, 0 when there is nobody to call.</param>
    /// <returns>False when somebody was called, acknowledged it or it passed meanwhile.</returns>
    public static async Task<bool> CallAsync(UnitOfWork uow, string alarmKey, int calls, int more, DateTimeOffset nextAt, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update alarm
               set calls = @calls + @more, next_at = @nextAt
             where alarm_key = @alarmKey
               and calls = @calls
               and acknowledged_at is null
               and passed_at is null
            """,
            new { alarmKey, calls, more, nextAt },
            ct) == 1;

    internal static Task<IReadOnlyList<AlarmRow>> ListOfChainAsync(Source source, CoiId coi, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>($"select {Columns} from alarm where coi = @coi and version is not null", new { coi }, ct);

    internal static Task<IReadOnlyList<AlarmRow>> ListToldAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<AlarmRow>(
            $"select {Columns} from alarm where version is null or acknowledged_at is not null or passed_at is not null or calls > 0 order by alarm_key", null, ct);

    /// <returns>Whether an event of the chain raised it: none did before alarms, or this kind of them, were known.</returns>
    internal static async Task<Func<RaisedAlarm, bool>> IsTellingAsync(Source source, CoiId coi, CancellationToken ct)
    {
        var silent = await source.GetAsync<Silence>(
            """
            select coalesce(max(case when position <= (select position from alarm_since where one = 1) then version end), 0) as any_kind,
                   coalesce(max(case when position <= (select lot_recalled from alarm_since where one = 1) then version end), 0) as lot_recalled
              from ledger
             where stream = @stream
            """,
            new { stream = ChainStreams.StreamOf(coi) },
            ct);
        return raised => raised.Version > (raised.Kind == AlarmKind.LotRecalled ? silent.LotRecalled : silent.AnyKind);
    }

    /// <summary>The last versions of a chain at which nobody was called.</summary>
    private sealed record Silence
    {
        public required int AnyKind { get; init; }

        public required int LotRecalled { get; init; }
    }
}
