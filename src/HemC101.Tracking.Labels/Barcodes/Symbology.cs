namespace HemC101.Tracking.Labels.Barcodes;

public enum Symbology
{
    /// <summary>ISO/IEC 15417; read with the prefix <c>]C0</c>.</summary>
    Code128,

    /// <summary>ISO/IEC 16022, ECC 200, no FNC1: what ISBT 128 asks for; read with the prefix <c>]d1</c>.</summary>
    DataMatrix,

    /// <summary>ECC 200 with FNC1 in first place; read with the prefix <c>]d2</c>. The payload separates open-ended fields by ASCII 29.</summary>
    Gs1DataMatrix,

    /// <summary>GS1-128: Code 128 with FNC1 in first place; read with the prefix <c>]C1</c>. The payload separates open-ended fields by ASCII 29.</summary>
    Gs1Code128,
}
