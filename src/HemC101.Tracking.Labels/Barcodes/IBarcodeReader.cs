namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>The way back of <see cref="IBarcodeEngine"/>: from a picture to what its symbols say.</summary>
public interface IBarcodeReader
{
    /// <returns>Every symbol found, in no particular order; empty when there is none.</returns>
    IReadOnlyList<BarcodeReading> Read(GreyPicture picture);
}
