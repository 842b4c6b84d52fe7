namespace HemC101.Tracking.Scans;

/// <summary>Why an identifier was typed and not scanned. A fixed list: free text in an event might name a person.</summary>
public enum TypedReason
{
    LabelDamaged,
    SymbolUnreadable,
    ScannerFailed,

    /// <summary>Frozen over, deep in a rack, behind a guard.</summary>
    OutOfReach,
}
