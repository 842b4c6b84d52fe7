namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 annex F: which codeword's bit stands on which module of a mapping matrix.</summary>
internal sealed class Placement
{
    private readonly int _rows;
    private readonly int _columns;

    /// <summary>Codeword × 8 + bit from the most significant, + 1; 0 where none stands.</summary>
    private readonly int[,] _bits;
    private int _placed;

    public Placement(int rows, int columns)
    {
        (_rows, _columns) = (rows, columns);
        _bits = new int[rows, columns];
        Run();
    }

    public bool IsDark(int row, int column, byte[] codewords)
    {
        var bit = _bits[row, column] - 1;

        // Some sizes leave four modules in the lower right corner without a bit: a fixed pattern, dark on its diagonal.
        return bit < 0 ? _rows - row == _columns - column : (codewords[bit >> 3] & (128 >> (bit & 7))) != 0;
    }

    private void Run()
    {
        var (row, column) = (4, 0);
        do
        {
            Corners(row, column);
            do
            {
                PlaceIfFree(row, column);
                (row, column) = (row - 2, column + 2);
            }
            while (row >= 0 && column < _columns);

            (row, column) = (row + 1, column + 3);
            do
            {
                PlaceIfFree(row, column);
                (row, column) = (row + 2, column - 2);
            }
            while (row < _rows && column >= 0);

            (row, column) = (row + 3, column + 1);
        }
        while (row < _rows || column < _columns);
    }

    private void Corners(int row, int column)
    {
        var (bottom, right) = (_rows - 1, _columns - 1);
        if (row == _rows && column == 0)
        {
            Place((bottom, 0), (bottom, 1), (bottom, 2), (0, right - 1), (0, right), (1, right), (2, right), (3, right));
        }

        if (row == _rows - 2 && column == 0 && _columns % 4 != 0)
        {
            Place((bottom - 2, 0), (bottom - 1, 0), (bottom, 0), (0, right - 3), (0, right - 2), (0, right - 1), (0, right), (1, right));
        }

        if (row == _rows - 2 && column == 0 && _columns % 8 == 4)
        {
            Place((bottom - 2, 0), (bottom - 1, 0), (bottom, 0), (0, right - 1), (0, right), (1, right), (2, right), (3, right));
        }

        if (row == _rows + 4 && column == 2 && _columns % 8 == 0)
        {
            Place((bottom, 0), (bottom, right), (0, right - 2), (0, right - 1), (0, right), (1, right - 2), (1, right - 1), (1, right));
        }
    }

    private void PlaceIfFree(int row, int column)
    {
        if (row >= 0 && row < _rows && column >= 0 && column < _columns && _bits[row, column] == 0)
        {
            Place(
                Wrapped(row - 2, column - 2), Wrapped(row - 2, column - 1), Wrapped(row - 1, column - 2), Wrapped(row - 1, column - 1),
                Wrapped(row - 1, column), Wrapped(row, column - 2), Wrapped(row, column - 1), Wrapped(row, column));
        }
    }

    /// <summary>What hangs over the top or the left edge comes back at the opposite one, shifted along it.</summary>
    private (int Row, int Column) Wrapped(int row, int column)
    {
        if (row < 0)
        {
            (row, column) = (row + _rows, column + 4 - ((_rows + 4) % 8));
        }

        return column < 0 ? (row + 4 - ((_columns + 4) % 8), column + _columns) : (row, column);
    }

    /// <param name="places">For the bits of the next codeword, most significant first.</param>
    private void Place(params ReadOnlySpan<(int Row, int Column)> places)
    {
        foreach (var (row, column) in places)
        {
            _bits[row, column] = ++_placed;
        }
    }
}
