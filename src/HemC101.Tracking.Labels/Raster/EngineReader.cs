using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Raster;

/// <summary>The reader of a build that has one.</summary>
public sealed class EngineReader(IBarcodeReader reader) : ISymbolReader
{
    public bool Reads(Symbology symbology) => true;

    public Task<string?> ReadAsync(SymbolOnPaper symbol, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return Task.FromResult(reader.Read(symbol.Picture).FirstOrDefault(reading => reading.Symbology == symbol.Symbology)?.Payload);
    }
}
