using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>One symbol of a finished label, with what stands around it.</summary>
/// <param name="Picture">Cut out of the drawn label, so that a frame or a text that runs into the symbol is in it.</param>
public sealed record SymbolOnPaper(Symbology Symbology, GreyPicture Picture)
{
    private const int AroundModules = 4;

    /// <summary>Readers of pictures are made for cameras: a module of two dots is too little for some.</summary>
    private const int LeastModule = 6;

    /// <param name="label">Where it stands.</param>
    /// <param name="at">In dots, without its quiet zone.</param>
    /// <param name="module">Dots of one module.</param>
    internal static SymbolOnPaper CutOut(GreyPicture label, Symbology symbology, (int X, int Y, int Width, int Height) at, int module)
    {
        var around = AroundModules * module;
        var (left, top) = (Math.Max(0, at.X - around), Math.Max(0, at.Y - around));
        var (right, bottom) = (Math.Min(label.Width, at.X + at.Width + around), Math.Min(label.Height, at.Y + at.Height + around));
        var times = Math.Max(1, (LeastModule + module - 1) / module);
        var margin = around * times;
        var width = ((right - left) * times) + (2 * margin);
        var height = ((bottom - top) * times) + (2 * margin);
        var dots = new byte[width * height];
        Array.Fill(dots, byte.MaxValue);
        for (var y = margin; y < height - margin; y++)
        {
            var row = label.Dots.Span.Slice((top + ((y - margin) / times)) * label.Width, label.Width);
            for (var x = margin; x < width - margin; x++)
            {
                dots[(y * width) + x] = row[left + ((x - margin) / times)];
            }
        }

        return new(symbology, new(width, height, dots));
    }
}
