namespace HemC101.Tracking.Storage;

/// <summary>How many writers are put up with, and for how long.</summary>
internal sealed record WriterLimits
{
    /// <summary>So many may wait; more are turned away.</summary>
    public int LongestLine { get; init; } = 1_000;

    /// <summary>Nobody waits longer for their turn.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So long another program's lock on the file is waited for.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first of a batch waits no longer for the others to be done with theirs, unless commits take longer than that.</summary>
    public TimeSpan LongestBatch { get; init; } = TimeSpan.FromMilliseconds(2.5);

    /// <summary>A batch holds no more.</summary>
    public int LargestBatch { get; init; } = 256;
}
