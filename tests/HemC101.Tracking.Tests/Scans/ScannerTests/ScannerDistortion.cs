using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Tests.Scans.ScannerTests;

/// <summary>One thing done to a test symbol on its way, and the finding that names it.</summary>
/// <param name="Apply">Null when it does nothing to this symbol that could be seen.</param>
internal sealed record ScannerDistortion(string Name, ScannerFault Fault, Func<TestSymbol, string, string?> Apply)
{
    private const string Gs = "\x1D";

    /// <summary>What the scanner's settings do to the data, before anything else.</summary>
    public static IReadOnlyList<ScannerDistortion> OfData { get; } =
    [
        Gone("GS lost", ScannerFault.SeparatorLost, ""),
        Gone("GS as an Alt code", ScannerFault.SeparatorAltCode, "029"),
        Gone("GS as a bar", ScannerFault.SeparatorReplaced, "|"),
        Gone("GS as a tilde", ScannerFault.SeparatorReplaced, "~"),
        Gone("GS as a closing bracket", ScannerFault.SeparatorReplaced, "]"),
        Gone("GS as RS", ScannerFault.SeparatorReplaced, "\x1E"),
        Gone("GS as a picture", ScannerFault.SeparatorReplaced, "\u241D"),
        Gone("GS as a private character", ScannerFault.SeparatorReplaced, "\uF70B"),
        Gone("GS as an arrow", ScannerFault.SeparatorReplaced, "\u2194"),
        Gone("GS as a word", ScannerFault.SeparatorReplaced, "<GS>"),
        Gone("GS as a slash", ScannerFault.SeparatorUnsafe, "/"),
        Gone("GS as a letter", ScannerFault.SeparatorUnsafe, "X"),
        Gone("GS as a word of its own", ScannerFault.SeparatorUnsafe, "[FNC]"),
        new("GS first", ScannerFault.SeparatorFirst, (symbol, data) => symbol.Kind == TestSymbolKind.Gs1DataMatrix ? Gs + data : null),
        new("ISBT identifiers dropped", ScannerFault.IdentifiersDropped, (symbol, data) => symbol.Kind switch
        {
            TestSymbolKind.Code128 => data[1..],
            TestSymbolKind.DataMatrix => data[2..],
            _ => null,
        }),
        new("flags converted", ScannerFault.FlagsConverted, (symbol, data) =>
            symbol.Kind == TestSymbolKind.Code128 ? data[..14] + CheckCharacter.Mod37(data.AsSpan(1, 13)) : null),
        new("brackets", ScannerFault.Brackets, (symbol, data) => symbol.Kind == TestSymbolKind.Gs1DataMatrix
            ? $"(01){data[2..16]}(10)TEST-7(21)=&<>/%+,;'(8010)2990000#TEST(91){data[^52..]}"
            : null),
        new("capitals only", ScannerFault.CaseChanged, (_, data) => Different(data, data.ToUpperInvariant())),
        new("small letters only", ScannerFault.CaseChanged, (_, data) => Different(data, data.ToLowerInvariant())),
    ];

    public static IReadOnlyList<ScannerDistortion> OfPrefix { get; } =
    [
        new("no prefix", ScannerFault.NoPrefix, (symbol, scan) => scan.StartsWith(symbol.Prefix, StringComparison.Ordinal) ? scan[3..] : null),
        new("prefix of another symbol", ScannerFault.OtherPrefix, (symbol, scan) =>
            symbol.Kind == TestSymbolKind.Gs1DataMatrix ? "]d1" + scan[3..] : "]d2" + scan[3..]),
    ];

    public static IReadOnlyList<ScannerDistortion> OfRepeats { get; } =
    [
        new("read twice", ScannerFault.DoubleRead, (_, scan) => scan + scan),
        new("read three times", ScannerFault.DoubleRead, (_, scan) => scan + scan + scan),
    ];

    public static IReadOnlyList<ScannerDistortion> OfKeyboard { get; } =
    [
        new("CapsLock", ScannerFault.CapsLock, (_, scan) => Distortion.Caps(scan)),
        new("Russian layout", ScannerFault.RussianLayout, (_, scan) => Distortion.Russian(scan)),
        new("Russian layout and CapsLock", ScannerFault.RussianLayoutAndCapsLock, (_, scan) => Distortion.Russian(scan, caps: true)),
    ];

    public static IReadOnlyList<ScannerDistortion> OfSuffix { get; } =
    [
        new("Tab", ScannerFault.TabSuffix, (_, scan) => scan + "\t"),
        new("line feed", ScannerFault.LineFeedSuffix, (_, scan) => scan + "\n"),
    ];

    public static IEnumerable<ScannerDistortion> All => [.. OfData, .. OfPrefix, .. OfRepeats, .. OfKeyboard, .. OfSuffix];

    public static bool IsOfData(ScannerDistortion distortion) => OfData.Contains(distortion);

    private static ScannerDistortion Gone(string name, ScannerFault fault, string instead) => new(
        name, fault, (_, data) => data.Contains(Gs, StringComparison.Ordinal) ? data.Replace(Gs, instead, StringComparison.Ordinal) : null);

    private static string? Different(string before, string after) => after == before ? null : after;
}
