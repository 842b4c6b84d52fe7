namespace HemC101.Tracking.Web.Printing;

/// <summary>Says inside this process that the queue has changed. Nothing depends on it: whoever misses it looks again soon.</summary>
public sealed class PrintSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Done at the next change. Taken before one looks at the queue, it misses nothing.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
