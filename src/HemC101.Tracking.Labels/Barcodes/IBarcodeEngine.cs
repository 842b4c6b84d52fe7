namespace HemC101.Tracking.Labels.Barcodes;

public interface IBarcodeEngine
{
    /// <param name="payload">ASCII 0 to 127, at least one character, without a symbology prefix.</param>
    /// <exception cref="ArgumentException">The payload is empty, leaves ASCII, or is longer than the largest symbol holds.</exception>
    BarcodeModules Encode(Symbology symbology, string payload);
}
