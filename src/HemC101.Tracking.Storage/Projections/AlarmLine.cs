using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the ledger says of an alarm that an event raised; whom it was sent to belongs to the outbox alone.</summary>
internal sealed record AlarmLine(
    string Key, AlarmKind Kind, AlarmGroup Group, CoiId? Coi, SubjectNumber? Subject, DoseBagId? Bag, int? Version, DateTimeOffset RaisedAt)
{
    public static AlarmLine Of(AlarmRow row) =>
        new(row.AlarmKey, row.Kind, row.AlarmGroup, row.Coi, row.SubjectNo, row.Bag, row.Version, row.RaisedAt);
}
