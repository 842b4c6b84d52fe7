using System.Globalization;
using System.Net;
using System.Text;

namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A symbol for a page: one path on white. Nothing in it is styled inline, so a strict content security policy lets it pass.</summary>
public static class BarcodeSvg
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <param name="modulePixels">Side of a module, or the width of the narrowest bar.</param>
    /// <param name="quietModules">On every side. A linear symbol gets at least the 10 on its left and right that ISO/IEC 15417 asks for.</param>
    /// <param name="barHeight">Pixels; for linear symbols only.</param>
    /// <param name="label">What the symbol says, for those who hear the page; null when the element around it says so.</param>
    public static string Write(BarcodeModules modules, int modulePixels = 4, int quietModules = 4, int barHeight = 60, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var layout = new SymbolLayout(modules, modulePixels, quietModules, barHeight);
        var svg = new StringBuilder(capacity: 512 + (modules.Width * modules.Height * 5));
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        if (label is not null)
        {
            svg.Append(" aria-label=\"").Append(WebUtility.HtmlEncode(label)).Append('"');
        }

        var (width, height) = (layout.Width, layout.Height);
        svg.Append(Invariant, $" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\">")
            .Append(Invariant, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
        AppendPath(svg, modules, layout);
        return svg.Append("\"/></svg>").ToString();
    }

    private static void AppendPath(StringBuilder svg, BarcodeModules modules, SymbolLayout layout)
    {
        for (var y = 0; y < modules.Height; y++)
        {
            var top = layout.Top + (y * layout.Row);
            foreach (var (x, length) in modules.DarkRuns(y))
            {
                var run = length * layout.Module;
                svg.Append(Invariant, $"M{layout.Left + (x * layout.Module)} {top}h{run}v{layout.Row}h-{run}z");
            }
        }
    }
}
