using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Drawing;
using HemC101.Tracking.Labels.Zpl;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>
/// The dots that a printer makes of finished ZPL, read from the bytes alone. It knows what labels of this system hold and refuses all else.
/// Inside of a symbol a printer may choose other modules that say the same.
/// </summary>
public static class ZplRaster
{
    private static readonly IBarcodeEngine Engine = BarcodeEngines.Create();

    /// <exception cref="FormatException">There is a command that no label of ours has, or a broken one.</exception>
    public static GreyPicture Draw(byte[] zpl)
    {
        using var paper = Paper.Of(zpl);
        return paper.Picture();
    }

    /// <returns>Its symbols, cut out of the drawn label.</returns>
    /// <inheritdoc cref="Draw" path="/exception"/>
    public static IReadOnlyList<SymbolOnPaper> Symbols(byte[] zpl)
    {
        using var paper = Paper.Of(zpl);
        var label = paper.Picture();
        return [.. paper.Symbols.Select(symbol => SymbolOnPaper.CutOut(label, symbol.Symbology, symbol.At, symbol.Module))];
    }

    private static int Number(List<ZplCommand> commands, string name) =>
        commands.Find(command => command.Name == name) is { Rest: { } rest } && int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000
            ? number
            : throw new FormatException($"^{name} does not give the size of the label.");

    /// <summary>What was said before the next command, as a printer keeps it.</summary>
    private sealed class Paper : IDisposable
    {
        private readonly SKBitmap _dots;
        private readonly SKCanvas _canvas;
        private readonly List<(Symbology Symbology, (int X, int Y, int Width, int Height) At, int Module)> _symbols = [];
        private (int X, int Y) _at;
        private int _module = 2;
        private ZplCommand? _symbol;
        private int _letters;

        private Paper(int width, int height)
        {
            _dots = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
            _canvas = new SKCanvas(_dots);
            _canvas.Clear(SKColors.White);
        }

        public static Paper Of(byte[] zpl)
        {
            var commands = ZplCommand.Of(Encoding.UTF8.GetString(zpl)).ToList();
            var paper = new Paper(Number(commands, "PW"), Number(commands, "LL"));
            foreach (var command in commands)
            {
                paper.Take(command);
            }

            return paper;
        }

        public IReadOnlyList<(Symbology Symbology, (int X, int Y, int Width, int Height) At, int Module)> Symbols => _symbols;

        private void Take(ZplCommand command)
        {
            switch (command.Name)
            {
                case "XA" or "XZ" or "FX" or "CI" or "PW" or "LL" or "LH" or "FH" or "FS" or "PR" or "MD" or "MM" or "MN" or "MT":
                    break;
                case "FO" or "FT":
                    _at = (At(command, 0), At(command, 1));
                    break;
                case "BY":
                    _module = At(command, 0);
                    break;
                case "GB" or "GC":
                    FramePainter.Draw(_canvas, PlainZpl.Frame(command, _at), isSmooth: false);
                    break;
                case "GF":
                    Ink(GraphicReading.Of(command.Rest));
                    break;
                case "BX" or "BC":
                    _symbol = command;
                    break;
                case "A@":
                    _letters = At(command, 1);
                    break;
                case "FB" when _letters > 0:
                    Frame(At(command, 0));
                    break;
                case "FD" when _letters > 0:
                    _letters = 0;
                    break;
                case "FD" when _symbol is { } symbol:
                    Ink(symbol, command.Rest);
                    _symbol = null;
                    break;
                default:
                    throw new FormatException($"^{command.Name} is not a command of these labels.");
            }
        }

        public GreyPicture Picture()
        {
            _canvas.Flush();
            var dots = new byte[_dots.Width * _dots.Height];
            for (var y = 0; y < _dots.Height; y++)
            {
                _dots.GetPixelSpan().Slice(y * _dots.RowBytes, _dots.Width).CopyTo(dots.AsSpan(y * _dots.Width));
            }

            return new(_dots.Width, _dots.Height, dots);
        }

        public void Dispose()
        {
            _canvas.Dispose();
            _dots.Dispose();
        }

        /// <summary>What a printer's own font draws only the printer knows: where it may draw is framed. Such a field stands on its baseline.</summary>
        private void Frame(int width) => FramePainter.Draw(
            _canvas, new(_at.X, Math.Max(0, _at.Y - _letters), width, _letters, Line: 1, Rounding: 0, White: false), isSmooth: false);

        private void Ink(BitPicture picture)
        {
            for (var y = 0; y < picture.Bits.Length / picture.BytesPerRow; y++)
            {
                for (var x = 0; x < picture.BytesPerRow * 8; x++)
                {
                    if (picture.IsBlack(x, y) && _at.X + x < _dots.Width && _at.Y + y < _dots.Height)
                    {
                        _dots.SetPixel(_at.X + x, _at.Y + y, SKColors.Black);
                    }
                }
            }
        }

        private void Ink(ZplCommand symbol, string data)
        {
            var isMatrix = symbol.Name == "BX";
            var (gs1, payload) = isMatrix ? SymbolReading.DataMatrix(data) : (false, SymbolReading.Hex(data));
            var symbology = !isMatrix ? Symbology.Code128 : gs1 ? Symbology.Gs1DataMatrix : Symbology.DataMatrix;
            var module = isMatrix ? At(symbol, 1) : _module;
            using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
            var shape = new SymbolShape(Engine.Encode(symbology, payload), _at.X, _at.Y, module, isMatrix ? module : At(symbol, 1));
            _symbols.Add((symbology, shape.Box, module));
            foreach (var bar in shape.Bars())
            {
                _canvas.DrawRect(bar.X, bar.Y, bar.Width, bar.Height, ink);
            }
        }

        private static int At(ZplCommand command, int parameter) =>
            int.TryParse(command.Parameters.ElementAtOrDefault(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"^{command.Name}{command.Rest.Trim()} lacks a number.");
    }
}
