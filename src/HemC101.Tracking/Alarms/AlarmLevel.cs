namespace HemC101.Tracking.Alarms;

/// <summary>In the order of need.</summary>
public enum AlarmLevel
{
    /// <summary>Shown where the work is done.</summary>
    Watch,

    /// <summary>Somebody has to act now: shown first, and sent out.</summary>
    Urgent,
}
