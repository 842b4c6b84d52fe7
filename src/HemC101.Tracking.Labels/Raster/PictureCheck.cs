using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>Reads the symbols of a finished label from its dots, as a scanner will read them from the paper.</summary>
public sealed class PictureCheck(ISymbolReader reader)
{
    /// <returns>Null when every symbol says what it should; otherwise why the label must not leave.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is known of the label.</exception>
    public async Task<Text?> RefusalAsync(RenderedLabel label, LabelContent content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            foreach (var symbol in ZplRaster.Symbols(label.Bytes).Where(symbol => reader.Reads(symbol.Symbology)))
            {
                var read = await reader.ReadAsync(symbol, ct);
                if (read != Intended(symbol.Symbology, content))
                {
                    return Refusal(symbol.Symbology, read);
                }
            }

            return null;
        }
        catch (SymbolReaderException broken)
        {
            return broken.Reason;
        }
    }

    private static string? Intended(Symbology symbology, LabelContent content) => symbology == Symbology.Code128 ? content.Linear : content.Symbol;

    private static Text Refusal(Symbology symbology, string? read)
    {
        var name = symbology == Symbology.Code128 ? "Code 128" : "Data Matrix";
        var (ru, en) = read is null ? ("не читается", "does not read") : ($"читается как «{read}»", $"reads as “{read}”");
        return new(
            $"Код {name} на готовой этикетке {ru}: она не отправлена на принтер. Сообщите администратору: нужно исправить шаблон этикетки.",
            $"The {name} on the finished label {en}: it was not sent to the printer. Tell the administrator: the label template has to be mended.");
    }
}
