namespace HemC101.Tracking.Labels.Barcodes;

/// <summary>Which Data Matrix symbols may be chosen from; linear symbols have no shape.</summary>
public enum MatrixShape
{
    /// <summary>10×10 to 144×144.</summary>
    Square,

    /// <summary>8×18 to 16×48, for tubes and straws: at most 49 codewords.</summary>
    Rectangle,
}
