using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>What becomes of an alarm, in a stream of its own.</summary>
internal static class AlarmJournal
{
    public const string Station = "Alarms";

    /// <summary>Looks at the clocks and calls people; no person.</summary>
    public static Doer Watch { get; } = new("watch", Station);

    public static Task WriteAsync(UnitOfWork uow, AlarmRow alarm, string type, object? more, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow,
            AlarmRows.StreamOf(alarm.AlarmKey),
            type,
            new { alarm.Kind, Group = alarm.AlarmGroup, Coi = $"{alarm.Coi}", Bag = alarm.Bag?.ToString(), More = more },
            by,
            at,
            ct);
}
