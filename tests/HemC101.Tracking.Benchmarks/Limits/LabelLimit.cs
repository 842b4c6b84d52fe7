using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>Dose labels a second on one core: ZPL with its self-check, as the print queue draws them.</summary>
internal sealed class LabelLimit : ILimit
{
    private const double LabelsASecond = 200;
    private const int Labels = 1_000;
    private const int Pdfs = 50;

    public string Name => "label";

    public Task MeasureAsync(Course course, Report report)
    {
        report.Heading($"Dose labels a second on one core, best of {course.Rounds} rounds of {Labels}");
        var folder = Path.Combine(Path.GetDirectoryName(course.Program)!, "labels");
        var templates = TemplateLibrary.Load(Path.Combine(folder, "templates"));
        using var renderer = new LabelRenderer(templates, Path.Combine(folder, "fonts"));
        var content = SampleLabel.Of(templates, renderer, LabelKind.DoseBagDay1);
        report.AtLeast("dose labels rendered to ZPL", Rate(course.Rounds, Labels, i => renderer.Render(content with { Serial = $"P-{i:D6}" })), LabelsASecond, "a second");
        report.Note("of the same as PDF", Rate(course.Rounds, Pdfs, i => renderer.Pdf(content with { Serial = $"P-{i:D6}" })), "a second");
        return Task.CompletedTask;
    }

    /// <summary>The first round warms up; every label has a serial of its own, so that nothing can be kept of the one before.</summary>
    private static double Rate(int rounds, int labels, Func<int, object> draw)
    {
        var best = 0.0;
        for (var round = 0; round <= rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < labels; i++)
            {
                draw(i);
            }

            best = round == 0 ? best : Math.Max(best, labels / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }
}
