namespace HemC101.Tracking.Benchmarks.Measuring;

/// <summary>Times of the same work, done many times.</summary>
internal sealed class Samples(IEnumerable<TimeSpan> times)
{
    private readonly double[] _milliseconds = [.. times.Select(time => time.TotalMilliseconds).Order()];

    public int Count => _milliseconds.Length;

    public double Median => At(0.5);

    public double Percentile95 => At(0.95);

    public double Worst => _milliseconds[^1];

    /// <summary>The nearest rank: always a time that was measured.</summary>
    private double At(double share) => _milliseconds[(int)Math.Ceiling(share * Count) - 1];
}
