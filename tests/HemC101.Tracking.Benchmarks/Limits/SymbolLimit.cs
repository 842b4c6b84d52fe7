using System.Diagnostics;
using HemC101.Tracking.Benchmarks.Measuring;
using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Benchmarks.Limits;

/// <summary>A dose label's Data Matrix, from the text to the SVG of a page.</summary>
internal sealed class SymbolLimit : ILimit
{
    private const double Microseconds = 100;
    private const int Kept = 20_000;

    // DIN, product code, expiry, chain, batch and print serial in one compound message.
    private const string DoseLabel =
        "=+06000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001&,4H101260170000000000&@000123";

    private readonly IBarcodeEngine _engine = BarcodeEngines.Create();

    public string Name => "symbol";

    public Task MeasureAsync(Course course, Report report)
    {
        report.Heading($"The Data Matrix of a dose label, {DoseLabel.Length} characters, median of {Kept}");
        var modules = _engine.Encode(Symbology.DataMatrix, DoseLabel);
        report.Limit("encoded and drawn as SVG", Measure(() => BarcodeSvg.Write(_engine.Encode(Symbology.DataMatrix, DoseLabel))), Microseconds, "us");
        report.Note("of it encoding", Measure(() => _engine.Encode(Symbology.DataMatrix, DoseLabel)), "us");
        report.Note("of it SVG", Measure(() => BarcodeSvg.Write(modules)), "us");
        report.Note("modules along a side", modules.Width, "");
        return Task.CompletedTask;
    }

    /// <returns>Microseconds, the median.</returns>
    private static double Measure(Func<object> work)
    {
        var times = new double[Kept];
        for (var turn = -Kept; turn < Kept; turn++)
        {
            var began = Stopwatch.GetTimestamp();
            work();
            if (turn >= 0)
            {
                times[turn] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            }
        }

        Array.Sort(times);
        return times[Kept / 2];
    }
}
