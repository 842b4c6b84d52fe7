using System.Diagnostics;
using System.Diagnostics.Metrics;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Operations;

/// <summary>What the site measures of itself; names of people and identifiers of things are in none of it.</summary>
public static class SiteMeter
{
    public const string Name = "HemC101.Tracking";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("hemc101.scan.duration", "ms", "From a scan to its verdict, which is durable by then.");
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("hemc101.scan.verdicts", "{scan}", "Scans by verdict and step.");

    /// <summary>From a form to its answer. Null when nobody collects.</summary>
    public static Activity? Takes(Step step) => Begin("hemc101.step", step);

    /// <summary>From a scan to its verdict. Null when nobody collects.</summary>
    public static Activity? Scans(Step step) => Begin("hemc101.scan", step);

    /// <param name="step">What was scanned for.</param>
    /// <param name="verdict">Tells the reason of a refusal by its kind.</param>
    /// <param name="begun">From <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Scanned(Step step, ScanVerdict verdict, long begun)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(verdict);
        Durations.Record(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        Verdicts.Add(1, new("verdict", verdict.Kind.ToString()), new("step", step.Id));
    }

    private static Activity? Begin(string what, Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Spans.StartActivity(what)?.SetTag("step", step.Id);
    }
}
