namespace HemC101.Tracking.Storage.Alarms;

/// <summary>A way out of the house.</summary>
public enum AlarmChannel
{
    Mail,

    /// <summary>A gateway for SMS or pagers.</summary>
    Webhook,

    /// <summary>Of the demonstration: a file.</summary>
    Folder,
}
