using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Scans;

/// <summary>How a code came in, as the rules see it.</summary>
/// <param name="Reason">Only for <see cref="EntryMethod.Typed"/>; null as long as nobody gave one.</param>
/// <param name="Timing">The evidence; null when nobody measured.</param>
public sealed record ScanEntry(EntryMethod Method, TypedReason? Reason = null, KeyTiming? Timing = null)
{
    /// <summary>A symbology identifier begins with this key, as a US keyboard gives it and as a Russian one does.</summary>
    private const string PrefixKey = "]ъЪ";

    /// <summary>
    /// A bare identifier with its check character was typed, whatever is claimed: no symbol holds that character. A scanner is believed
    /// by its rhythm and its last key; a hand's rhythm speaks for a hand, unless a symbology identifier stands before the code, which
    /// nobody types. Where nobody measured, one bare identifier counts as typed, and a complete message as a code without proof.
    /// </summary>
    public static ScanEntry Of(string raw, Reading reading, EntryClaim claim)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(claim);
        var method = MethodOf(raw, reading, claim);
        return new(method, method == EntryMethod.Typed ? claim.Reason : null, claim.Timing);
    }

    private static EntryMethod MethodOf(string raw, Reading reading, EntryClaim claim) => claim switch
    {
        { Said: EntryMethod.Pasted } or { Timing.Way: ArrivedBy.Clipboard } => EntryMethod.Pasted,
        { Said: EntryMethod.Typed } => EntryMethod.Typed,
        _ when reading is Reading.Understood { Typed: true } => EntryMethod.Typed,
        { Said: EntryMethod.Camera } when IsPrefixed(raw) => EntryMethod.Camera,
        { Timing: { IsMeasured: true } timing } => MethodOf(timing, raw),
        _ when reading is Reading.Understood { Content: var content } && !IsPrefixed(raw) && IsBare(content) => EntryMethod.Typed,
        _ => EntryMethod.Unproven,
    };

    /// <summary>Short enough for a hand: one identifier by itself, and nothing that only a symbol holds.</summary>
    private static bool IsBare(CodeContent content) => content switch
    {
        IsbtMessage message => message.Form == IsbtForm.Single,
        Gs1Message message => message.Values.Length == 1,
        RfidContent => false,
        _ => true,
    };

    private static EntryMethod MethodOf(KeyTiming timing, string raw) => timing.MedianMs switch
    {
        <= KeyTiming.ScannerMs when timing.End != KeyEnd.Nothing && timing.Keys >= raw.Length => EntryMethod.Scanned,
        > KeyTiming.HandMs when !IsPrefixed(raw) => EntryMethod.Typed,
        _ => EntryMethod.Unproven,
    };

    private static bool IsPrefixed(string raw) => raw.AsSpan().TrimStart() is [var first, ..] && PrefixKey.Contains(first, StringComparison.Ordinal);
}
