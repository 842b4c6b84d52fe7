namespace HemC101.Tracking.Labels.Printing;

/// <summary>How patient a <see cref="CupsPrinter"/> is.</summary>
/// <param name="Command">For each of its commands.</param>
/// <param name="Print">From the hand-over until the job has left the queue.</param>
/// <param name="Look">Between two looks at the queue.</param>
public sealed record CupsTimes(TimeSpan Command, TimeSpan Print, TimeSpan Look)
{
    public static CupsTimes Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(500));
}
