namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>ISO/IEC 16022 annex F: which codeword's bit stands on which module of a square mapping matrix.</summary>
internal sealed class Placement
{
    private readonly int _side;
    private readonly byte[] _codewords;
    private readonly bool?[,] _modules;
    private int _next;

    private Placement(int side, byte[] codewords)
    {
        _side = side;
        _codewords = codewords;
        _modules = new bool?[side, side];
    }

    /// <summary>Dark modules by row and column.</summary>
    public static bool[,] Place(int side, byte[] codewords)
    {
        var placement = new Placement(side, codewords);
        placement.Run();
        return placement.Modules();
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
            while (row >= 0 && column < _side);

            (row, column) = (row + 1, column + 3);
            do
            {
                PlaceIfFree(row, column);
                (row, column) = (row + 2, column - 2);
            }
            while (row < _side && column >= 0);

            (row, column) = (row + 3, column + 1);
        }
        while (row < _side || column < _side);
    }

    private void Corners(int row, int column)
    {
        var last = _side - 1;
        if (row == _side && column == 0)
        {
            Place((last, 0), (last, 1), (last, 2), (0, last - 1), (0, last), (1, last), (2, last), (3, last));
        }

        if (row == _side - 2 && column == 0 && _side % 4 != 0)
        {
            Place((last - 2, 0), (last - 1, 0), (last, 0), (0, last - 3), (0, last - 2), (0, last - 1), (0, last), (1, last));
        }

        if (row == _side - 2 && column == 0 && _side % 8 == 4)
        {
            Place((last - 2, 0), (last - 1, 0), (last, 0), (0, last - 1), (0, last), (1, last), (2, last), (3, last));
        }

        if (row == _side + 4 && column == 2 && _side % 8 == 0)
        {
            Place((last, 0), (last, last), (0, last - 2), (0, last - 1), (0, last), (1, last - 2), (1, last - 1), (1, last));
        }
    }

    private void PlaceIfFree(int row, int column)
    {
        if (row >= 0 && row < _side && column >= 0 && column < _side && _modules[row, column] is null)
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
            (row, column) = (row + _side, column + 4 - ((_side + 4) % 8));
        }

        return column < 0 ? (row + 4 - ((_side + 4) % 8), column + _side) : (row, column);
    }

    /// <param name="places">For the bits of the next codeword, most significant first.</param>
    private void Place(params ReadOnlySpan<(int Row, int Column)> places)
    {
        var codeword = _codewords[_next++];
        for (var bit = 0; bit < 8; bit++)
        {
            _modules[places[bit].Row, places[bit].Column] = (codeword & (128 >> bit)) != 0;
        }
    }

    private bool[,] Modules()
    {
        var dark = new bool[_side, _side];
        for (var row = 0; row < _side; row++)
        {
            for (var column = 0; column < _side; column++)
            {
                // Some sizes leave four modules in the lower right corner without a bit: a fixed pattern, dark on its diagonal.
                dark[row, column] = _modules[row, column] ?? row == column;
            }
        }

        return dark;
    }
}
