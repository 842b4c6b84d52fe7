namespace HemC101.Tracking.Scans.ScannerTests;

public enum TestSymbolKind
{
    Code128,
    DataMatrix,
    Gs1DataMatrix,
}

/// <summary>A symbol whose content is known, so that what arrives shows what the scanner and the keyboard did to it.</summary>
/// <param name="Payload">What is printed, GS between the fields of a GS1 symbol.</param>
public sealed record TestSymbol(string Key, Text Name, TestSymbolKind Kind, string Payload)
{
    private const char Separator = '\x1D';

    /// <summary>The symbology identifier (ISO/IEC 15424) that a scanner set up as asked sends first.</summary>
    public string Prefix => Kind switch
    {
        TestSymbolKind.Code128 => "]C0",
        TestSymbolKind.DataMatrix => "]d1",
        TestSymbolKind.Gs1DataMatrix => "]d2",
    };

    /// <summary>What a scanner set up as asked sends, without its suffix.</summary>
    public string Scan => Prefix + Payload;

    internal Symbology Symbology => Kind == TestSymbolKind.Gs1DataMatrix ? Symbology.Gs1 : Symbology.Isbt;

    internal string[] Fields => Payload.Split(Separator);

    /// <summary>True when the reader, knowing that much about the scanner, reads from <paramref name="raw"/> what is printed, as a scan.</summary>
    public bool IsReadFrom(string raw, ScannerSetup setup) =>
        BarcodeReader.Read(raw, setup) is Reading.Understood { Typed: false } read && read.Content.SaysTheSameAs(Content());

    private CodeContent Content() =>
        BarcodeReader.Read(Scan, new ScannerSetup(SendsSeparators: true)) is Reading.Understood read
            ? read.Content
            : throw new InvalidOperationException($"The test symbol {Key} cannot be read.");
}
