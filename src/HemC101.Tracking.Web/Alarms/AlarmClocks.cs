using System.Globalization;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>
/// Raises the urgent clocks that stand, and each hold over the study, so that somebody can acknowledge them or is called; and lets go those that
/// stand no more.
/// </summary>
internal sealed class AlarmClocks(Database database, ChainDesk chains, SettingsDesk settings, AlarmOptions options, TimeProvider time)
{
    public async Task LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (standing, running) = await ReadAsync(now, ct);
        foreach (var alarm in standing.ExceptBy(running.Select(row => row.AlarmKey), row => row.AlarmKey))
        {
            await RaiseAsync(alarm, ct);
        }

        foreach (var alarm in running.ExceptBy(standing.Select(row => row.AlarmKey), row => row.AlarmKey))
        {
            await PassAsync(alarm, now, ct);
        }
    }

    /// <summary>
    /// Not all of one moment: then chains that have moved on since would be folded from their beginning. What runs is read first, so that
    /// nothing is let go that was raised meanwhile.
    /// </summary>
    private async Task<(IReadOnlyList<AlarmRow> Standing, IReadOnlyList<AlarmRow> Running)> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var running = await AlarmRows.ListRunningAsync(database, ct);
        var book = await settings.BookAsync(database, ct);
        var inForce = book.At(now).Settings;
        var standing = from chain in chains.ListAwakeAsync(database, ct)
                       from alarm in ClockAlarms.Of(chain, inForce, options.Limits, now)
                       where alarm.Level == AlarmLevel.Urgent
                       from to in AlarmBook.Of(alarm.Kind).Groups
                       select RowOf(alarm, to, now);
        var held = from hold in book.HoldsInForce
                   from to in AlarmBook.Of(AlarmKind.StudyHeld).Groups
                   select RowOf(hold, to, now);
        return ([.. await standing.ToListAsync(ct), .. held], running);
    }

    private AlarmRow RowOf(StandingAlarm alarm, AlarmGroup to, DateTimeOffset now) => new()
    {
        AlarmKey = $"{alarm.Key}-{to}",
        Kind = alarm.Kind,
        AlarmGroup = to,
        Coi = alarm.Coi,
        SubjectNo = alarm.Subject,
        Bag = alarm.Bag,
        RaisedAt = now,
        NextAt = now + options.Grace,
    };

    /// <summary>Nobody sees it coming, so that nobody is waited for: the first is called at once.</summary>
    private static AlarmRow RowOf(StudyHold hold, AlarmGroup to, DateTimeOffset now) => new()
    {
        AlarmKey = string.Create(CultureInfo.InvariantCulture, $"study-{hold.Number}-{AlarmKind.StudyHeld}-{to}"),
        Kind = AlarmKind.StudyHeld,
        AlarmGroup = to,
        Coi = null,
        SubjectNo = null,
        RaisedAt = now,
        NextAt = now,
    };

    private async Task RaiseAsync(AlarmRow alarm, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await AlarmRows.RaiseAsync(uow, alarm, ct))
        {
            await AlarmJournal.WriteAsync(uow, alarm, AlarmEvents.Raised, AlarmJournal.Watch, alarm.RaisedAt, ct);
            await uow.CommitAsync(ct);
        }
    }

    private async Task PassAsync(AlarmRow alarm, DateTimeOffset now, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await AlarmRows.PassAsync(uow, alarm.AlarmKey, now, ct))
        {
            await AlarmMessages.DropAsync(uow, alarm.AlarmKey, now, ct);
            await AlarmJournal.WriteAsync(uow, alarm, AlarmEvents.Passed, AlarmJournal.Watch, now, ct);
            await uow.CommitAsync(ct);
        }
    }
}
