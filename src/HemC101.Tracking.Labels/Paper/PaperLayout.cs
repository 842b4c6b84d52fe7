using HemC101.Tracking.Labels.Barcodes;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Paper;

/// <summary>A line of text, a symbol, or a rule across the page where there is neither.</summary>
/// <param name="Y">Of the baseline; of a symbol the upper edge.</param>
internal readonly record struct Placed(float X, float Y, string Text, SKFont Font, BarcodeModules? Symbol = null);

/// <summary>Puts blocks on pages, one page at a time, so that a long report is never in memory as a whole.</summary>
internal sealed class PaperLayout(PaperSheet sheet, PaperFonts fonts)
{
    private const float Gap = 6;
    private const float RowGap = 6;
    private const float QuietModules = 4;

    private List<Placed> _page = [];
    private float _down = PaperSheet.Top;

    /// <returns>At least one page.</returns>
    public IEnumerable<List<Placed>> Pages(IEnumerable<PaperBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var full = block switch
            {
                PaperLine line => Line(line),
                PaperTable table => Table(table),
                PaperSymbol symbol => Symbol(symbol),
                PaperBreak => _page.Count > 0 ? [Turn()] : [],
                _ => throw new InvalidOperationException($"Unexpected block {block}."),
            };
            foreach (var page in full)
            {
                yield return page;
            }
        }

        yield return _page;
    }

    private IEnumerable<List<Placed>> Line(PaperLine line)
    {
        var font = fonts.Of(line.Style);
        foreach (var text in PaperFonts.Wrap(line.Text, font, sheet.TextWidth))
        {
            if (!Fits(PaperFonts.Pitch(font)))
            {
                yield return Turn();
            }

            _down += PaperFonts.Pitch(font);
            if (text.Length > 0)
            {
                _page.Add(new(PaperSheet.Left, _down, text, font));
            }
        }
    }

    private IEnumerable<List<Placed>> Symbol(PaperSymbol block)
    {
        var font = fonts.Of(PaperStyle.Body);
        var (width, height) = (Side(block.Modules.Width), Side(block.Modules.Height));
        var lines = PaperFonts.Wrap(block.Text, font, sheet.TextWidth - width - Gap);
        var tall = Math.Max(height, lines.Count * PaperFonts.Pitch(font));
        if (!Fits(tall))
        {
            yield return Turn();
        }

        _page.Add(new(PaperSheet.Left + (QuietModules * PaperSheet.Module), _down + (QuietModules * PaperSheet.Module), "", font, block.Modules));
        _page.AddRange(lines.Select((text, at) => new Placed(PaperSheet.Left + width + Gap, _down + ((at + 1) * PaperFonts.Pitch(font)), text, font)).Where(line => line.Text.Length > 0));
        _down += tall;
    }

    private static float Side(int modules) => (modules + (2 * QuietModules)) * PaperSheet.Module;

    /// <summary>A row stays whole where a page can hold it; a taller one begins on a page of its own and goes on.</summary>
    private IEnumerable<List<Placed>> Table(PaperTable table)
    {
        var font = fonts.Of(PaperStyle.Small);
        var grid = Grid(table.Columns);
        var head = Cells([.. table.Columns.Select(column => column.Head)], grid, fonts.Head);
        if (!Fits(HeightOf(head, fonts.Head) + HeightOf(1, font)))
        {
            yield return Turn();
        }

        Row(head, 0, int.MaxValue, grid, fonts.Head);
        var isFresh = false;
        foreach (var row in table.Rows)
        {
            var cells = Cells(row, grid, font);
            var lines = cells.Max(cell => cell.Count);
            for (var from = 0; from < lines;)
            {
                var room = Math.Max(1, (int)((sheet.Bottom - _down - RowGap) / PaperFonts.Pitch(font)));
                if (isFresh || (room >= lines - from && Fits(HeightOf(1, font))))
                {
                    Row(cells, from, room, grid, font);
                    from += room;
                    isFresh = false;
                    continue;
                }

                yield return Turn();
                Row(head, 0, int.MaxValue, grid, fonts.Head);
                isFresh = true;
            }
        }
    }

    private void Row(List<List<string>> cells, int from, int most, List<(float X, float Width)> grid, SKFont font)
    {
        _page.Add(new(PaperSheet.Left, _down + (RowGap / 2), "", font));
        var begin = _down + RowGap;
        for (var column = 0; column < cells.Count; column++)
        {
            var at = begin;
            foreach (var text in cells[column].Skip(from).Take(most))
            {
                at += PaperFonts.Pitch(font);
                _down = Math.Max(_down, at);
                if (text.Length == 0)
                {
                    continue;
                }

                _page.Add(new(grid[column].X, at, text, font));
            }
        }
    }

    private List<(float X, float Width)> Grid(IReadOnlyList<PaperColumn> columns)
    {
        var shares = columns.Sum(column => column.Share);
        var x = PaperSheet.Left;
        List<(float, float)> grid = [];
        foreach (var width in columns.Select(column => sheet.TextWidth * column.Share / shares))
        {
            grid.Add((x, width - Gap));
            x += width;
        }

        return grid;
    }

    private static List<List<string>> Cells(IReadOnlyList<string> texts, List<(float X, float Width)> grid, SKFont font) =>
        [.. texts.Select((text, column) => PaperFonts.Wrap(text, font, grid[column].Width))];

    private static float HeightOf(List<List<string>> cells, SKFont font) => HeightOf(cells.Max(cell => cell.Count), font);

    private static float HeightOf(int lines, SKFont font) => RowGap + (lines * PaperFonts.Pitch(font));

    private bool Fits(float height) => _down + height <= sheet.Bottom;

    private List<Placed> Turn()
    {
        var full = _page;
        (_page, _down) = ([], PaperSheet.Top);
        return full;
    }
}
