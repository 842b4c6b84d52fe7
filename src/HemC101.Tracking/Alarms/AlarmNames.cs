namespace HemC101.Tracking.Alarms;

/// <summary>As people read them.</summary>
public static class AlarmNames
{
    public static Text Name(this AlarmGroup group) => group switch
    {
        AlarmGroup.Medical => new("Врач и отделение", "Physician and ward"),
        AlarmGroup.Quality => new("Качество", "Quality"),
        AlarmGroup.ColdChain => new("Хранение и перевозка", "Cold chain"),
    };

    public static Text Name(this AlarmLevel level) => level switch
    {
        AlarmLevel.Watch => new("внимание", "watch"),
        AlarmLevel.Urgent => new("срочно", "urgent"),
    };
}
