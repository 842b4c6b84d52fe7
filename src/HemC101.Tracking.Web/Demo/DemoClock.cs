namespace HemC101.Tracking.Web.Demo;

/// <summary>A clock the demonstration's past is lived on: it goes only forward, and only when told.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
