using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes.Proof;

/// <summary>A payload and the symbol it goes into.</summary>
public sealed record Specimen(Symbology Symbology, MatrixShape Shape, string Payload)
{
    private static readonly IBarcodeEngine Engine = BarcodeEngines.Create();

    public bool IsMatrix => Symbology is Symbology.DataMatrix or Symbology.Gs1DataMatrix;

    public bool IsGs1 => Symbology is Symbology.Gs1DataMatrix or Symbology.Gs1Code128;

    /// <summary>The AIM prefix a reader gives it.</summary>
    public string Prefix => Symbology switch
    {
        Symbology.Code128 => "]C0",
        Symbology.DataMatrix => "]d1",
        Symbology.Gs1DataMatrix => "]d2",
        Symbology.Gs1Code128 => "]C1",
    };

    public BarcodeModules Encode() => Engine.Encode(Symbology, Payload, Shape);

    /// <summary>As PNG.</summary>
    public byte[] Picture(int modulePixels) => BarcodePng.Write(Encode(), modulePixels);
}
