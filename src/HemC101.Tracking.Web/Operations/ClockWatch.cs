namespace HemC101.Tracking.Web.Operations;

/// <summary>Holds the clock against the time that passes, which nobody can set.</summary>
internal sealed class ClockWatch(TimeProvider time)
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly long _mark = time.GetTimestamp();

    /// <summary>By how much the clock was set forward since the start; negative when it was set back.</summary>
    public TimeSpan Moved => time.GetUtcNow() - _began - time.GetElapsedTime(_mark);
}
