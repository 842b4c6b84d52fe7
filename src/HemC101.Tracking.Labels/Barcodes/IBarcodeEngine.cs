namespace HemC101.Tracking.Labels.Barcodes;

public interface IBarcodeEngine
{
    /// <param name="payload">
    /// At least one character, without a symbology prefix: U+0000 to U+007F, in a plain Data Matrix to U+00FF, a byte each as in ISO/IEC 8859-1.
    /// </param>
    /// <param name="shape">For Data Matrix.</param>
    /// <exception cref="ArgumentException">The payload is empty, holds what the symbol cannot, or is longer than the largest symbol of the shape holds.</exception>
    BarcodeModules Encode(Symbology symbology, string payload, MatrixShape shape = MatrixShape.Square);
}
