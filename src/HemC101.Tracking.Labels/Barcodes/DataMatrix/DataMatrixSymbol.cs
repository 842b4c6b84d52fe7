namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 §5.8: data regions in their borders, put together to the smallest symbol that holds the message.</summary>
internal static class DataMatrixSymbol
{
    public static BarcodeModules Encode(Message message, MatrixShape shape)
    {
        var plan = EncodationPlan.For(message, shape);
        return Draw(plan.Size, ReedSolomon.Append(CodewordWriter.Write(message, plan), plan.Size));
    }

    private static BarcodeModules Draw(SymbolSize size, byte[] codewords)
    {
        var modules = new BarcodeModules(size.Width, size.Height);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                modules[x, y] = IsDark(size, codewords, x, y);
            }
        }

        return modules;
    }

    private static bool IsDark(SymbolSize size, byte[] codewords, int x, int y)
    {
        var region = size.Region;
        var (across, inX) = Math.DivRem(x, region.Columns + 2);
        var (down, inY) = Math.DivRem(y, region.Rows + 2);

        // Each region: solid on the left and at the bottom, alternating at the top (from dark) and on the right (to dark).
        return inX == 0 || inY == region.Rows + 1
            || (inY == 0 ? inX % 2 == 0
                : inX == region.Columns + 1 ? inY % 2 == 1
                : size.Placement.IsDark((down * region.Rows) + inY - 1, (across * region.Columns) + inX - 1, codewords));
    }
}
