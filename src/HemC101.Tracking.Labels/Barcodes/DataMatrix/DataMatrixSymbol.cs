namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 §5.8: data regions in their borders, put together to the smallest square symbol that holds the data.</summary>
internal static class DataMatrixSymbol
{
    public static BarcodeModules Encode(IReadOnlyList<byte> data)
    {
        var size = SymbolSize.For(data.Count);
        var codewords = ReedSolomon.Append(Encodation.Pad(data, size.Data), size);
        var mapping = Placement.Place(size.MappingSide, codewords);

        var modules = new BarcodeModules(size.Side, size.Side);
        for (var y = 0; y < size.Side; y++)
        {
            for (var x = 0; x < size.Side; x++)
            {
                modules[x, y] = IsDark(size.Region, mapping, x, y);
            }
        }

        return modules;
    }

    private static bool IsDark(int region, bool[,] mapping, int x, int y)
    {
        var (across, inX) = Math.DivRem(x, region + 2);
        var (down, inY) = Math.DivRem(y, region + 2);

        // Each region: solid on the left and at the bottom, alternating at the top (from dark) and on the right (to dark).
        return inX == 0 || inY == region + 1
            || (inY == 0 ? inX % 2 == 0
                : inX == region + 1 ? inY % 2 == 1
                : mapping[(down * region) + inY - 1, (across * region) + inX - 1]);
    }
}
