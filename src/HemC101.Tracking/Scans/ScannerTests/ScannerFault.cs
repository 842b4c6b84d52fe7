using System.Text.Json.Serialization;

namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>What a scanner, the keyboard of its station, or the person testing it did to a test symbol.</summary>
public enum ScannerFault
{
    RussianLayout,
    CapsLock,
    RussianLayoutAndCapsLock,
    NoPrefix,

    /// <summary>Something that can be nothing else came in place of GS.</summary>
    SeparatorReplaced,
    DoubleRead,
    NoSuffix,
    TabSuffix,
    LineFeedSuffix,
    Slow,

    /// <summary>Nobody measured: no script, or the text did not come as keys.</summary>
    NotMeasured,

    SeparatorLost,

    /// <summary>The digits of an Alt code in place of GS.</summary>
    SeparatorAltCode,

    /// <summary>What came in place of GS also stands in GS1 data.</summary>
    SeparatorUnsafe,

    /// <summary>GS before the first field.</summary>
    SeparatorFirst,
    IdentifiersDropped,
    FlagsConverted,
    Brackets,
    CaseChanged,

    /// <summary>The symbology identifier is another symbol's.</summary>
    OtherPrefix,
    KeyboardCountry,
    CharactersLost,
    WrongSymbol,
    TwoScans,
    Pasted,
    ByCamera,
    TooSlow,
    Nothing,
    Unreadable,
}

/// <summary>One thing that is not as it should be, and what to switch.</summary>
/// <param name="Detail">What arrived, where the sentence names it.</param>
public sealed record Finding(ScannerFault Fault, string? Detail = null)
{
    /// <summary>True when the station cannot be relied on: the test is failed. False when every scan is put right by itself.</summary>
    [JsonIgnore]
    public bool IsFatal => Fault > ScannerFault.NotMeasured;

    /// <summary>True when the scan tells nothing about the scanner: the symbol is simply scanned again.</summary>
    [JsonIgnore]
    public bool IsSlip => Fault is ScannerFault.WrongSymbol or ScannerFault.Nothing or ScannerFault.Pasted or ScannerFault.ByCamera;

    [JsonIgnore]
    public Text Sentence => FaultSentences.Of(Fault).With(Detail is [var one] && char.IsControl(one) ? $"U+{(int)one:X4}" : Detail);
}
