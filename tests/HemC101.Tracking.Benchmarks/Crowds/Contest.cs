using HemC101.Tracking.Benchmarks.Measuring;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>Two crowds, round by round one after the other; medians of the rounds.</summary>
internal sealed class Contest
{
    private readonly List<Pace> _measured = [];
    private readonly List<Pace> _bare = [];

    public double PerSecond => Median(_measured.Select(pace => pace.PerSecond));

    public double BarePerSecond => Median(_bare.Select(pace => pace.PerSecond));

    public double Throughput => Median(_measured.Zip(_bare, (measured, bare) => measured.PerSecond / bare.PerSecond));

    public double MeasuredMedian => Median(_measured.Select(pace => pace.Times.Median));

    public double BareMedian => Median(_bare.Select(pace => pace.Times.Median));

    public double Slowness => Median(_measured.Zip(_bare, (measured, bare) => measured.Times.Median / bare.Times.Median));

    public static async Task<Contest> HoldAsync(Course course, Crowd measured, Crowd bare)
    {
        var contest = new Contest();
        for (var round = 0; round < course.Rounds; round++)
        {
            contest._measured.Add(await measured.AskAsync(course.Round));
            contest._bare.Add(await bare.AskAsync(course.Round));
        }

        return contest;
    }

    private static double Median(IEnumerable<double> values) => new Samples(values.Select(TimeSpan.FromMilliseconds)).Median;
}
