using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Alarms;

/// <summary>An alarm that an event of a chain raised, for one group of people on call.</summary>
/// <param name="Bag">Null when it is about no bag in particular.</param>
/// <param name="Version">Of the event in the chain's stream.</param>
public sealed record RaisedAlarm(AlarmKind Kind, AlarmGroup Group, CoiId Coi, SubjectNumber Subject, DoseBagId? Bag, int Version, DateTimeOffset At)
{
    public string Key => $"{Coi}-{Version}-{Kind}{(Bag is { } bag ? $"-{bag}" : "")}-{Group}";
}
