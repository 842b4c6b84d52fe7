namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>Goes on by itself at every look, as time does between two people; and further when told.</summary>
internal sealed class DayClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
