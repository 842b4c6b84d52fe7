namespace HemC101.Tracking.Storage.Alarms;

public enum AlarmMessageState
{
    Waiting,
    Sending,
    Sent,

    /// <summary>Somebody acknowledged, or the alarm passed, before it could be sent.</summary>
    Dropped,
}
