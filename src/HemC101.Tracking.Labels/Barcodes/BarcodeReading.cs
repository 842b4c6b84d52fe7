namespace HemC101.Tracking.Labels.Barcodes;

/// <param name="Payload">As it was given to <see cref="IBarcodeEngine.Encode"/>: GS1 fields parted by ASCII 29, no FNC1 in first place.</param>
public sealed record BarcodeReading(Symbology Symbology, string Payload);
