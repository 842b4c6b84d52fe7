namespace HemC101.Tracking.Labels.Barcodes.DataMatrix;

/// <summary>The encodations of ISO/IEC 16022 §5.2 that are used here.</summary>
internal enum Encodation
{
    /// <summary>A codeword for two digits or one character to 127, two codewords for one above.</summary>
    Ascii,

    /// <summary>Two codewords for three values; digits, capitals and blank are one value each.</summary>
    C40,

    /// <summary>As C40, with small letters in the place of capitals.</summary>
    Text,

    /// <summary>A length, then a codeword for each byte.</summary>
    Base256,
}
