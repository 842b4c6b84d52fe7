using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Papers;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;
using HemC101.Tracking.Web.Papers;
using HemC101.Tracking.Web.Printing;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>The report of a chain of 300 events, from the history to the last byte of the PDF.</summary>
internal sealed class ReportLimit : ILimit
{
    private const double Milliseconds = 500;
    private const int Events = 300;
    private const int Kept = 20;

    public string Name => "report";

    public Task MeasureAsync(Course course, Report report)
    {
        var history = History();
        report.Heading($"The report of a chain of {history.Count} events as PDF, median of {Kept}");
        var pdf = new DocumentPdf(new PaperReport(Path.Combine(Path.GetDirectoryName(course.Program)!, "labels", "fonts")), Options.Create(new LabelOptions()));
        report.Limit("chain report in Russian", Measure(() => Write(pdf, history, "ru")), Milliseconds, "ms");
        report.Note("in English", Measure(() => Write(pdf, history, "en")), "ms");
        report.Note("size", Write(pdf, history, "ru").Length / 1024.0, "KiB");
        return Task.CompletedTask;
    }

    private static byte[] Write(DocumentPdf pdf, IReadOnlyList<Happened> history, string language)
    {
        var settings = new StudySettings();
        var book = new SettingsBook([new(settings, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);
        var last = history[^1].Act.RecordedAt;
        return pdf.Write(new(DocumentCatalogue.ChainReport, "", ChainState.Fold(history)!, history, book, "Q", last, null), language);
    }

    /// <summary>The whole main path with its scans and signatures, then refused scans.</summary>
    private static IReadOnlyList<Happened> History()
    {
        var story = Story.ToTheEnd();
        while (story.History.Count < Events)
        {
            story.Happen(new ScanRefused("bag.clear", "bag", "WrongKind", "x", "y"), Crew.Of(Role.WardNurse), "bag.clear");
        }

        return [.. story.History.Select(entry => entry with { Hash = Digest.Of(BitConverter.GetBytes(entry.Version)) })];
    }

    /// <returns>Milliseconds, the median.</returns>
    private static double Measure(Func<object> work)
    {
        var times = new double[Kept];
        for (var turn = -3; turn < Kept; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            work();
            if (turn >= 0)
            {
                times[turn] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return times[Kept / 2];
    }
}
