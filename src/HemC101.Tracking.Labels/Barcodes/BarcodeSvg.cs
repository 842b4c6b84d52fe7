using System.Net;
using System.Text;

namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A symbol for a page: one path on white. Nothing in it is styled inline, so a strict content security policy lets it pass.</summary>
public static class BarcodeSvg
{
    private const int LinearQuietModules = 10;

    /// <param name="modulePixels">Side of a module, or the width of the narrowest bar.</param>
    /// <param name="quietModules">On every side. A linear symbol gets at least the 10 on its left and right that ISO/IEC 15417 asks for.</param>
    /// <param name="barHeight">Pixels; for linear symbols only.</param>
    /// <param name="label">What the symbol says, for those who hear the page; null when the element around it says so.</param>
    public static string Write(BarcodeModules modules, int modulePixels = 4, int quietModules = 4, int barHeight = 60, string? label = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modulePixels);
        ArgumentOutOfRangeException.ThrowIfNegative(quietModules);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(barHeight);

        var left = (modules.IsLinear ? Math.Max(quietModules, LinearQuietModules) : quietModules) * modulePixels;
        var top = quietModules * modulePixels;
        var rowHeight = modules.IsLinear ? barHeight : modulePixels;
        var width = (modules.Width * modulePixels) + (2 * left);
        var height = (modules.Height * rowHeight) + (2 * top);
        var name = label is null ? "" : $" aria-label=\"{WebUtility.HtmlEncode(label)}\"";

        return $"""<svg xmlns="http://www.w3.org/2000/svg" role="img"{name} width="{width}" height="{height}" viewBox="0 0 {width} {height}" shape-rendering="crispEdges">"""
            + $"""<rect width="{width}" height="{height}" fill="#fff"/><path fill="#000" d="{Path(modules, modulePixels, rowHeight, left, top)}"/></svg>""";
    }

    private static string Path(BarcodeModules modules, int modulePixels, int rowHeight, int left, int top)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Height; y++)
        {
            foreach (var (x, length) in modules.DarkRuns(y))
            {
                var run = length * modulePixels;
                path.Append(null, $"M{left + (x * modulePixels)} {top + (y * rowHeight)}h{run}v{rowHeight}h-{run}z");
            }
        }

        return path.ToString();
    }
}
