using HemC101.Tracking.Alarms;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Use case: a person takes an alarm upon themselves; nobody further is called for it.</summary>
public sealed class AlarmDesk(Database database, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <returns>Null when it is done; otherwise why it was not.</returns>
    public async Task<Text?> AcknowledgeAsync(string alarmKey, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = time.GetUtcNow();
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await AlarmRows.FindAsync(uow, alarmKey, ct) is not { } alarm)
        {
            return AlarmReasons.NoSuchAlarm;
        }

        if (!MayAcknowledge(alarm, await AlarmMessages.ListAsync(uow, alarmKey, ct), by))
        {
            return AlarmReasons.NotYours;
        }

        if (!await AlarmRows.AcknowledgeAsync(uow, alarmKey, by.Number, now, ct))
        {
            return AlarmReasons.Over;
        }

        await AlarmMessages.DropAsync(uow, alarmKey, now, ct);
        var doer = Doer.At(by.Number, AlarmJournal.Station, accessor.HttpContext);
        await AlarmJournal.WriteAsync(uow, alarm, AlarmEvents.Acknowledged, doer, now, ct);
        await uow.CommitAsync(ct);
        return null;
    }

    internal static bool MayAcknowledge(AlarmRow alarm, IEnumerable<AlarmMessageRow> sent, Person by) =>
        AlarmBook.Of(alarm.Kind).Concerns(by) || sent.Any(message => message.AlarmKey == alarm.AlarmKey && message.StaffNo == by.Number);
}
