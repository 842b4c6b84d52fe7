namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>A symbol as dark and light modules without its quiet zone. A linear symbol is one module high.</summary>
public sealed class BarcodeModules(int width, int height)
{
    private readonly bool[,] _dark = new bool[width, height];

    public int Width => width;

    public int Height => height;

    public bool IsLinear => height == 1;

    /// <summary>True when dark.</summary>
    /// <param name="x">From the left, from 0.</param>
    /// <param name="y">From the top, from 0.</param>
    public bool this[int x, int y]
    {
        get => _dark[x, y];
        internal set => _dark[x, y] = value;
    }

    /// <summary>Each run of dark modules of a row, left to right.</summary>
    public IEnumerable<(int X, int Length)> DarkRuns(int y)
    {
        for (var x = 0; x < width; x++)
        {
            var start = x;
            while (x < width && _dark[x, y])
            {
                x++;
            }

            if (x > start)
            {
                yield return (start, x - start);
            }
        }
    }
}
