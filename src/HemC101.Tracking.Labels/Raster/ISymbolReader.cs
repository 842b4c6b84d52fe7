using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>Reads a symbol from its picture with code that is not ours.</summary>
public interface ISymbolReader
{
    bool Reads(Symbology symbology);

    /// <returns>As it was given to <see cref="IBarcodeEngine.Encode"/>; null when nothing was read.</returns>
    /// <exception cref="SymbolReaderException">It does not work, whatever the picture.</exception>
    Task<string?> ReadAsync(SymbolOnPaper symbol, CancellationToken ct);
}

/// <summary>The reader itself failed: nothing is known of the label.</summary>
public sealed class SymbolReaderException(Text reason) : Exception(reason.En)
{
    public Text Reason => reason;
}
