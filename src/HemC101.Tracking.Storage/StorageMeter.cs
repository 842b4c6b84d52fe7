using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HemC101.Tracking.Storage;

/// <summary>What writing measures of itself, for a collector of OpenTelemetry.</summary>
public static class StorageMeter
{
    public const string Name = "HemC101.Tracking.Storage";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<int> Batches = Meter.CreateHistogram<int>("hemc101.commit.batch", "{step}", "Steps that became durable with one wait for the disk; on PostgreSQL one each.");
    private static readonly UpDownCounter<int> Line = Meter.CreateUpDownCounter<int>("hemc101.writers.waiting", "{step}", "Steps in line for their turn to write.");

    /// <summary>From asking for a turn to write until it has come. Null when nobody collects.</summary>
    internal static Activity? Waits() => Spans.StartActivity("hemc101.writers.wait");

    /// <summary>Until it is durable. Null when nobody collects.</summary>
    internal static Activity? Commits() => Spans.StartActivity("hemc101.commit");

    internal static void Committed(int units) => Batches.Record(units);

    internal static void Joined() => Line.Add(1);

    internal static void Left() => Line.Add(-1);
}
