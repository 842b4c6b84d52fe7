namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A symbol in pixels with its quiet zone.</summary>
internal readonly record struct SymbolLayout
{
    private const int LinearQuietModules = 10;

    public SymbolLayout(BarcodeModules modules, int modulePixels, int quietModules, int barHeight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modulePixels);
        ArgumentOutOfRangeException.ThrowIfNegative(quietModules);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(barHeight);
        Module = modulePixels;
        Row = modules.IsLinear ? barHeight : modulePixels;
        Left = (modules.IsLinear ? Math.Max(quietModules, LinearQuietModules) : quietModules) * modulePixels;
        Top = quietModules * modulePixels;
        Width = (modules.Width * modulePixels) + (2 * Left);
        Height = (modules.Height * Row) + (2 * Top);
    }

    /// <summary>Width of a module.</summary>
    public int Module { get; }

    /// <summary>Height of a row of modules.</summary>
    public int Row { get; }

    public int Left { get; }

    public int Top { get; }

    public int Width { get; }

    public int Height { get; }
}
