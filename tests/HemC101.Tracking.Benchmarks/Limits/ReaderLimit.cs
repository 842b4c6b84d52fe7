using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>One scan read and judged, in memory: a bag's compound message, as a nurse at the bed scans it.</summary>
internal sealed class ReaderLimit : ILimit
{
    private const double Microseconds = 2;
    private const int Batches = 2_000;
    private const int InABatch = 1_000;

    private readonly Step _step;
    private readonly Facts _facts;
    private readonly string _symbol;

    public ReaderLimit()
    {
        var story = Story.UpTo("bedside.first", "1");
        var attempt = story.Try("bedside.first", "1");
        (_step, _facts) = (attempt.Step, attempt.Bare);
        var bag = story.Bag(1).Id;
        var batch = story.Chain.CurrentBatch!;
        _symbol = BarcodeWriter.DoseBag(bag, batch.BagsExpireAt!.Value, story.Chain.Coi, batch.Number, Symbols.Bag(story.Chain, bag).Serial!.Value);
    }

    public string Name => "reader";

    public Task MeasureAsync(Course course, Report report)
    {
        report.Heading($"One scan read and judged, {_symbol.Length} characters, median of {Batches} batches");
        report.Limit("a bag's compound message", Measure(Judge, out var judged), Microseconds, "us");
        report.Note("of it reading", Measure(Read, out var read), "us");
        report.Note("allocated, read and judged", judged, "B");
        report.Note("allocated by reading", read, "B");
        report.Note("the result of reading", Kept(), "B");
        return Task.CompletedTask;
    }

    private Reading Read() => BarcodeReader.Read(_symbol);

    private object Judge() =>
        Read() is Reading.Understood read && ScanDesk.Take(_step, _facts, read.Code, known: null) is { IsAccepted: true } verdict
            ? verdict
            : throw new InvalidOperationException($"{_symbol} is not accepted.");

    /// <returns>Microseconds each time.</returns>
    private static double Measure(Func<object> work, out double bytes)
    {
        var times = new double[Batches];
        var before = 0L;
        for (var batch = -Batches; batch < Batches; batch++)
        {
            if (batch == 0)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < InABatch; i++)
            {
                work();
            }

            if (batch >= 0)
            {
                times[batch] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / InABatch;
            }
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Batches * InABatch);
        Array.Sort(times);
        return times[Batches / 2];
    }

    /// <summary>What stays alive of one reading: a thousand of them are kept and weighed.</summary>
    private double Kept()
    {
        var kept = new Reading[InABatch];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = Read();
        }

        var weight = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)InABatch;
        GC.KeepAlive(kept);
        return weight;
    }
}
