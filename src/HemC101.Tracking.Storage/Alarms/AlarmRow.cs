using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Alarms;

/// <summary>An alarm that is sent out, for one group of people on call.</summary>
public sealed record AlarmRow
{
    public required string AlarmKey { get; init; }

    public required AlarmKind Kind { get; init; }

    public required AlarmGroup AlarmGroup { get; init; }

    /// <summary>Null for what concerns the whole study.</summary>
    public required CoiId? Coi { get; init; }

    public required SubjectNumber? SubjectNo { get; init; }

    public DoseBagId? Bag { get; init; }

    /// <summary>Of the event that raised it; null when a clock did.</summary>
    public int? Version { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public StaffNumber? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When its clock no longer stood; null for what an event raised.</summary>
    public DateTimeOffset? PassedAt { get; init; }

    /// <summary>How often somebody was called for it.</summary>
    public int Calls { get; init; }

    /// <summary>When the next one is called, unless it is acknowledged or passes before.</summary>
    public required DateTimeOffset NextAt { get; init; }

    public bool IsOpen => AcknowledgedAt is null && PassedAt is null;

    public static AlarmRow Of(RaisedAlarm raised)
    {
        ArgumentNullException.ThrowIfNull(raised);
        return new()
        {
            AlarmKey = raised.Key,
            Kind = raised.Kind,
            AlarmGroup = raised.Group,
            Coi = raised.Coi,
            SubjectNo = raised.Subject,
            Bag = raised.Bag,
            Version = raised.Version,
            RaisedAt = raised.At,
            NextAt = raised.At,
        };
    }
}
