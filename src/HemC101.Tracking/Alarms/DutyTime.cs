namespace HemC101.Tracking.Alarms;

/// <summary>When somebody is on call; without ends for always.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public sealed record DutyTime(DateTimeOffset? From, DateTimeOffset? Until)
{
    public static DutyTime Always { get; } = new(null, null);

    public bool IsShift => From is not null;

    public bool Covers(DateTimeOffset moment) => !(From > moment) && !(Until <= moment);

    public bool Meets(DutyTime other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(Until <= other.From) && !(other.Until <= From);
    }
}
