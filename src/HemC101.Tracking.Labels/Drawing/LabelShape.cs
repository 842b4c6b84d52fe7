using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Drawing;

/// <summary>A thing on a label that does not know whether it becomes ZPL, PDF or SVG. Lengths are dots from the upper left corner.</summary>
internal abstract record LabelShape;

/// <summary>A frame, a line or a disc, as <c>^GB</c> and <c>^GC</c> draw them; the line lies inside.</summary>
/// <param name="Line">Its thickness; one that fills the shape fills it.</param>
/// <param name="Rounding">0 for square corners to 8 for half circles.</param>
internal sealed record FrameShape(int X, int Y, int Width, int Height, int Line, int Rounding, bool White) : LabelShape
{
    public bool IsFilled => 2 * Line >= Math.Min(Width, Height);

    public float Radius => Rounding * Math.Min(Width, Height) / 16f;
}

internal sealed record TextShape(TextBox Box, TextLayout Layout) : LabelShape;

/// <param name="Row">Height of a row of modules: of the bars of a linear symbol.</param>
internal sealed record SymbolShape(BarcodeModules Modules, int X, int Y, int Module, int Row) : LabelShape
{
    private static readonly IBarcodeEngine Engine = BarcodeEngines.Create();

    public static SymbolShape Of(Symbology symbology, string payload, int x, int y, int module, int row) =>
        new(Engine.Encode(symbology, payload), x, y, module, row);

    /// <summary>Without the quiet zone.</summary>
    public (int X, int Y, int Width, int Height) Box => (X, Y, Modules.Width * Module, Modules.Height * Row);

    /// <summary>All that is dark.</summary>
    public IEnumerable<(int X, int Y, int Width, int Height)> Bars()
    {
        for (var y = 0; y < Modules.Height; y++)
        {
            foreach (var (x, length) in Modules.DarkRuns(y))
            {
                yield return (X + (x * Module), Y + (y * Row), length * Module, Row);
            }
        }
    }
}
