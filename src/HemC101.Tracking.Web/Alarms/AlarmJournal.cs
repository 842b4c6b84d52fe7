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

    public static Task WriteAsync(UnitOfWork uow, AlarmRow alarm, string type, Doer by, DateTimeOffset at, CancellationToken ct) =>
        WriteAsync(uow, alarm, type, [], by, at, ct);

    /// <param name="more">What is to be said besides which alarm it is.</param>
    public static Task WriteAsync(
        UnitOfWork uow, AlarmRow alarm, string type, IEnumerable<(string Name, object Value)> more, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        IEnumerable<(string Name, object Value)> said =
        [
            ("Alarm", alarm.Kind), ("Group", alarm.AlarmGroup), .. alarm.Coi is { } coi ? [("Coi", $"{coi}")] : Array.Empty<(string, object)>(),
            .. alarm.Bag is { } bag ? [("Bag", $"{bag}")] : Array.Empty<(string, object)>(),
            .. more,
        ];
        return HouseJournal.WriteAsync(uow, AlarmRows.StreamOf(alarm.AlarmKey), type, said.ToDictionary(fact => fact.Name, fact => fact.Value), by, at, ct);
    }
}
