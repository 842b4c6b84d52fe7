using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Printing;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>Programs of the machine that read a PNG, whose path is put behind their words, and write what the symbol says, such as <c>dmtxread -N 1 -G 29</c>.</summary>
/// <param name="matrix">For Data Matrix; null when there is none.</param>
/// <param name="linear">For Code 128; null when there is none.</param>
public sealed class ProgramReader(string? matrix, string? linear, TimeSpan patience) : ISymbolReader
{
    /// <summary>FNC1 in the first place, which some readers write.</summary>
    private const char Separator = '\x1D';

    public bool Reads(Symbology symbology) => For(symbology) is not null;

    public async Task<string?> ReadAsync(SymbolOnPaper symbol, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        var words = For(symbol.Symbology)!.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Its owner's alone: around a symbol may stand a piece of a name.
        var folder = Directory.CreateTempSubdirectory("hemc101-symbol-");
        try
        {
            var picture = Path.Combine(folder.FullName, "symbol.png");
            await File.WriteAllBytesAsync(picture, BarcodePng.Write(symbol.Picture), ct);
            var ended = await OutsideProgram.RunAsync(null, words[0], [.. words.Skip(1), picture], ReadOnlyMemory<byte>.Empty, patience, ct);
            return ended switch
            {
                null => throw Broken(words[0], new("такой программы на сервере нет", "the server has no such program")),
                { Exit: null } => throw Broken(words[0], new("она не ответила вовремя", "it did not answer in time")),
                { Output: var said } when said.Trim('\r', '\n').TrimStart(Separator) is { Length: > 0 } text => text,
                _ => null,
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string? For(Symbology symbology) => symbology is Symbology.DataMatrix or Symbology.Gs1DataMatrix ? matrix : linear;

    private static SymbolReaderException Broken(string program, Text why) => new(new(
        $"Программа {program}, которая перечитывает этикетки перед печатью, не работает: {why.Ru}. Сообщите администратору (настройки Labels:MatrixReader и Labels:LinearReader), затем повторите печать.",
        $"The program {program}, which reads labels again before they are printed, does not work: {why.En}. Tell the administrator (settings Labels:MatrixReader and Labels:LinearReader), then print again."));
}
