using System.Diagnostics.Metrics;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Operations;

/// <summary>What the site measures of itself; names of people and identifiers of things are in none of it.</summary>
public sealed class SiteMeter : IDisposable
{
    public const string Name = "HemC101.Tracking";

    private readonly Meter _meter;
    private readonly Histogram<double> _scan;
    private readonly Counter<long> _verdicts;

    public SiteMeter(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _meter = factory.Create(Name);
        _scan = _meter.CreateHistogram<double>("hemc101.scan.duration", "ms", "From the scan to its verdict, durable.");
        _verdicts = _meter.CreateCounter<long>("hemc101.scan.verdicts", "{scan}", "Scans by verdict and step.");
    }

    public void Scanned(Step step, ScanVerdict verdict, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(verdict);
        _scan.Record(took.TotalMilliseconds);
        _verdicts.Add(1, new("verdict", verdict.Kind.ToString()), new("step", step.Id));
    }

    public void Dispose() => _meter.Dispose();
}
