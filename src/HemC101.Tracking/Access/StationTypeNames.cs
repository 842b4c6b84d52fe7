namespace HemC101.Tracking.Access;

public static class StationTypeNames
{
    public static Text Name(this StationType type) => type switch
    {
        StationType.Ward => new("планшет отделения", "ward tablet"),
        StationType.Laboratory => new("станция лаборатории или афереза", "laboratory or apheresis workstation"),
        StationType.Office => new("рабочий стол", "office desk"),
    };
}
