namespace HemC101.Tracking.Labels.Barcodes;

/// <param name="Dots">Row by row from the top left, a byte each; 0 is black.</param>
public sealed record GreyPicture(int Width, int Height, ReadOnlyMemory<byte> Dots)
{
    /// <inheritdoc cref="BarcodeSvg.Write"/>
    public static GreyPicture Draw(BarcodeModules modules, int modulePixels = 4, int quietModules = 4, int barHeight = 60)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var layout = new SymbolLayout(modules, modulePixels, quietModules, barHeight);
        var dots = new byte[layout.Width * layout.Height];
        Array.Fill(dots, byte.MaxValue);
        for (var y = 0; y < modules.Height; y++)
        {
            var top = (layout.Top + (y * layout.Row)) * layout.Width;
            foreach (var (x, length) in modules.DarkRuns(y))
            {
                dots.AsSpan(top + layout.Left + (x * layout.Module), length * layout.Module).Clear();
            }

            for (var copy = 1; copy < layout.Row; copy++)
            {
                dots.AsSpan(top, layout.Width).CopyTo(dots.AsSpan(top + (copy * layout.Width)));
            }
        }

        return new GreyPicture(layout.Width, layout.Height, dots);
    }
}
