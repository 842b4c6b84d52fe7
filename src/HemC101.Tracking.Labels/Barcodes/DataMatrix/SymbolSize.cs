namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>A symbol of ISO/IEC 16022, table 7.</summary>
internal sealed class SymbolSize
{
    private readonly Lazy<Placement> _placement;

    private SymbolSize(Regions regions, int data, int check, int blocks)
    {
        (Region, Data, Check, Blocks) = (regions, data, check, blocks);
        _placement = new Lazy<Placement>(() => new Placement(regions.Down * regions.Rows, regions.Across * regions.Columns));
    }

    /// <summary>From 10×10 to 144×144.</summary>
    public static IReadOnlyList<SymbolSize> Squares { get; } =
    [
        Square(8, 1, 3, 5, 1),
        Square(10, 1, 5, 7, 1),
        Square(12, 1, 8, 10, 1),
        Square(14, 1, 12, 12, 1),
        Square(16, 1, 18, 14, 1),
        Square(18, 1, 22, 18, 1),
        Square(20, 1, 30, 20, 1),
        Square(22, 1, 36, 24, 1),
        Square(24, 1, 44, 28, 1),
        Square(14, 2, 62, 36, 1),
        Square(16, 2, 86, 42, 1),
        Square(18, 2, 114, 48, 1),
        Square(20, 2, 144, 56, 1),
        Square(22, 2, 174, 68, 1),
        Square(24, 2, 204, 84, 2),
        Square(14, 4, 280, 112, 2),
        Square(16, 4, 368, 144, 4),
        Square(18, 4, 456, 192, 4),
        Square(20, 4, 576, 224, 4),
        Square(22, 4, 696, 272, 4),
        Square(24, 4, 816, 336, 6),
        Square(18, 6, 1050, 408, 6),
        Square(20, 6, 1304, 496, 8),
        Square(22, 6, 1558, 620, 10),
    ];

    /// <summary>From 8×18 to 16×48, rows by columns.</summary>
    public static IReadOnlyList<SymbolSize> Rectangles { get; } =
    [
        new(new Regions(6, 16, 1, 1), 5, 7, 1),
        new(new Regions(6, 14, 1, 2), 10, 11, 1),
        new(new Regions(10, 24, 1, 1), 16, 14, 1),
        new(new Regions(10, 16, 1, 2), 22, 18, 1),
        new(new Regions(14, 16, 1, 2), 32, 24, 1),
        new(new Regions(14, 22, 1, 2), 49, 28, 1),
    ];

    public Regions Region { get; }

    /// <summary>Data codewords.</summary>
    public int Data { get; }

    /// <summary>Error correction codewords of all blocks together.</summary>
    public int Check { get; }

    /// <summary>Interleaved Reed-Solomon blocks.</summary>
    public int Blocks { get; }

    /// <summary>Modules across, borders included.</summary>
    public int Width => Region.Across * (Region.Columns + 2);

    /// <summary>Modules down, borders included.</summary>
    public int Height => Region.Down * (Region.Rows + 2);

    /// <summary>Of all regions put together, borders taken off.</summary>
    public Placement Placement => _placement.Value;

    /// <exception cref="ArgumentException">The largest symbol of the shape is too small.</exception>
    public static SymbolSize For(int codewords, MatrixShape shape)
    {
        var sizes = shape switch
        {
            MatrixShape.Square => Squares,
            MatrixShape.Rectangle => Rectangles,
        };
        return sizes.FirstOrDefault(size => size.Data >= codewords) ?? throw new ArgumentException(
            $"The payload takes {codewords} codewords; the largest Data Matrix of this shape ({sizes[^1].Height}×{sizes[^1].Width}) holds {sizes[^1].Data}.",
            nameof(codewords));
    }

    private static SymbolSize Square(int region, int across, int data, int check, int blocks) =>
        new(new Regions(region, region, across, across), data, check, blocks);
}
