namespace HemC101.Tracking;

/// <summary>The site's clock: Europe/Moscow, UTC+3 without summer time since 26.10.2014. Independent of the host's zone.</summary>
public static class MoscowTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(3);

    public static DateTimeOffset At(DateTime local) => new DateTimeOffset(local, Offset).ToUniversalTime();

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
