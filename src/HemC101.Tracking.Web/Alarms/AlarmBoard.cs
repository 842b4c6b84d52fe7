using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Steps;
using Station = HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>One line on a page of work.</summary>
/// <param name="Until">What it runs to; null when nothing runs out.</param>
public sealed record BoardAlarm(
    AlarmKind Kind, AlarmLevel Level, CoiId Coi, SubjectNumber Subject, DoseBagId? Bag, DateTimeOffset Since, DateTimeOffset? Until)
{
    public required bool IsOver { get; init; }

    public Text Says => AlarmBook.Of(Kind).At(Level);
}

/// <summary>What stands now for a person at a station: clocks as they run, and what events raised until somebody has acknowledged it.</summary>
public sealed class AlarmBoard(Database database, ChainDesk chains, SettingsDesk settings, AlarmOptions options, TimeProvider time)
{
    /// <param name="station">Null for the home page: all stations.</param>
    /// <returns>Urgent first.</returns>
    public async Task<IReadOnlyList<BoardAlarm>> ForAsync(Person person, Station? station, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var session = await database.ReadAsync(ct);
        var inForce = (await settings.BookAsync(session, ct)).At(now).Settings;
        var clocks = from chain in chains.ListAwakeAsync(session, ct)
                     from alarm in ClockAlarms.Of(chain, inForce, options.Limits, now)
                     select new BoardAlarm(alarm.Kind, alarm.Level, alarm.Coi, alarm.Subject, alarm.Bag, alarm.Since, alarm.Until)
                     {
                         IsOver = alarm.Until <= now,
                     };
        var raised = from row in await AlarmRows.ListOpenAsync(session, ct)
                     where row.Version is not null
                     select new BoardAlarm(row.Kind, AlarmLevel.Urgent, row.Coi!.Value, row.SubjectNo!.Value, row.Bag, row.RaisedAt, null) { IsOver = false };
        return
        [
            .. (await clocks.ToListAsync(ct)).Concat(raised).Distinct()
                .Where(alarm => Concerns(AlarmBook.Of(alarm.Kind), person, station))
                .OrderByDescending(alarm => alarm.Level)
                .ThenBy(alarm => alarm.Until ?? alarm.Since),
        ];
    }

    private static bool Concerns(AlarmRule rule, Person person, Station? station) =>
        rule.Concerns(person) && (station is not { } at || rule.Stations.Contains(at));
}
