namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <param name="Region">Side of one data region in modules, without its border.</param>
/// <param name="Across">Regions across, and as many down.</param>
/// <param name="Data">Data codewords.</param>
/// <param name="Check">Error correction codewords of all blocks together.</param>
/// <param name="Blocks">Interleaved Reed-Solomon blocks.</param>
internal sealed record SymbolSize(int Region, int Across, int Data, int Check, int Blocks)
{
    /// <summary>The square symbols of ISO/IEC 16022, table 7, from 10×10 to 144×144.</summary>
    public static readonly IReadOnlyList<SymbolSize> Squares =
    [
        new(8, 1, 3, 5, 1),
        new(10, 1, 5, 7, 1),
        new(12, 1, 8, 10, 1),
        new(14, 1, 12, 12, 1),
        new(16, 1, 18, 14, 1),
        new(18, 1, 22, 18, 1),
        new(20, 1, 30, 20, 1),
        new(22, 1, 36, 24, 1),
        new(24, 1, 44, 28, 1),
        new(14, 2, 62, 36, 1),
        new(16, 2, 86, 42, 1),
        new(18, 2, 114, 48, 1),
        new(20, 2, 144, 56, 1),
        new(22, 2, 174, 68, 1),
        new(24, 2, 204, 84, 2),
        new(14, 4, 280, 112, 2),
        new(16, 4, 368, 144, 4),
        new(18, 4, 456, 192, 4),
        new(20, 4, 576, 224, 4),
        new(22, 4, 696, 272, 4),
        new(24, 4, 816, 336, 6),
        new(18, 6, 1050, 408, 6),
        new(20, 6, 1304, 496, 8),
        new(22, 6, 1558, 620, 10),
    ];

    /// <summary>Modules along one side, borders included.</summary>
    public int Side => Across * (Region + 2);

    /// <summary>Modules along one side of all regions put together, borders taken off.</summary>
    public int MappingSide => Across * Region;

    /// <exception cref="ArgumentException">The largest symbol is too small.</exception>
    public static SymbolSize For(int codewords) =>
        Squares.FirstOrDefault(size => size.Data >= codewords)
        ?? throw new ArgumentException($"{codewords} codewords do not fit into the largest Data Matrix ({Squares[^1].Data}).", nameof(codewords));
}
