namespace HemC101.Tracking.Storage.Alarms;

/// <summary>Types of the entries in an alarm's journal.</summary>
public static class AlarmEvents
{
    /// <summary>By a clock; what an event of a chain raised is told by that event.</summary>
    public const string Raised = "AlarmRaised";

    public const string Called = "AlarmCalled";
    public const string Acknowledged = "AlarmAcknowledged";
    public const string Passed = "AlarmPassed";
}
