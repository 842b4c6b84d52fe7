using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>Reads one text as a scanner sends it, with or without the symbology identifier, which decides between the standards.</summary>
internal static class SymbolReader
{
    public static Reading Read(string text, ScannerSetup setup) => text switch
    {
        [']', ..] => Prefixed(text, setup),
        ['&', >= 'a' and <= 'z', ..] => House(text, text),
        ['=' or '&', ..] => Isbt(text, text, pair: false),
        [>= '0' and <= '9' or '(', ..] => Gs1(text, "", text, setup),
        _ when Gs1DigitalLink.Is(text) => Gs1(text, "", text, setup),
        _ => new Reading.Unreadable(ReadingReasons.Nothing),
    };

    private static Reading Prefixed(string text, ScannerSetup setup)
    {
        var symbology = Symbologies.Of(text);
        var (prefix, data) = text.Length < Symbologies.PrefixLength ? (text, "") : (text[..Symbologies.PrefixLength], Data(text));
        return symbology switch
        {
            Symbology.None => new Reading.Unreadable(ReadingReasons.UnknownSymbol.With(Shown(prefix))),
            Symbology.Gs1 => Gs1(data, prefix, text, setup),
            _ when symbology.HasFlag(Symbology.Link) && Gs1DigitalLink.Is(data) => Gs1(data, prefix, text, setup),
            _ when symbology.HasFlag(Symbology.House) && data is ['&', >= 'a' and <= 'z', ..] => House(data, data),
            Symbology.IsbtPair => Isbt(data, data, pair: true),
            _ when symbology.HasFlag(Symbology.Isbt) && data is ['=' or '&', ..] => Isbt(data, data, pair: false),
            _ when symbology.HasFlag(Symbology.Isbt) => new Reading.Unreadable(IsbtReasons.NotIsbt),
            _ => new Reading.Unreadable(ReadingReasons.UnknownSymbol.With(Shown(prefix))),
        };
    }

    private static Reading Isbt(string text, string canonical, bool pair) =>
        IsbtReader.Read(text, out var message) is { } refusal ? new Reading.Unreadable(refusal)
        : pair && message!.Form != IsbtForm.Pair ? new Reading.Unreadable(IsbtReasons.NoPair)
        : new Reading.Understood(IsbtCodes.Of(message!), message!, canonical, Repairs.None, Typed: false);

    /// <summary>K is in no symbol: a code that ends with it was typed.</summary>
    private static Reading House(string text, string canonical) =>
        HouseId.TryParse(text.AsSpan(), out var id)
            ? new Reading.Understood(new HouseCode(id), new HouseContent(id), canonical, Repairs.None, Typed: false)
            : TypedReader.Read(text);

    private static Reading Gs1(string text, string prefix, string canonical, ScannerSetup setup)
    {
        var restored = GroupSeparators.Restore(text, setup.SeparatorReplacement);
        if (Gs1Reader.Read(restored, setup, out var message, out var separated) is { } refusal)
        {
            return new Reading.Unreadable(refusal);
        }

        if (prefix.Length == 0 && !message!.IsProven && !Gs1DigitalLink.Is(text))
        {
            return new Reading.Unreadable(Gs1Reasons.NotProven);
        }

        var repairs = separated || !ReferenceEquals(restored, text) ? Repairs.Gs : Repairs.None;
        return new Reading.Understood(
            Gs1Codes.Of(message!),
            message!,
            separated ? prefix + Gs1Writer.Joined(message!.Values.AsSpan()) : repairs == Repairs.Gs ? prefix + restored : canonical,
            repairs,
            Typed: false);
    }

    /// <summary>A character set named before the data (ECI: a backslash and six digits) changes nothing for ASCII.</summary>
    private static string Data(string text)
    {
        var data = text.AsSpan(Symbologies.PrefixLength);
        return Symbologies.MayNameCharacterSet(text) && data is ['\\', _, _, _, _, _, _, ..] && Charset.IsDigits(data[1..7])
            ? data[7..].ToString()
            : data.ToString();
    }

    private static string Shown(string prefix) => new([.. prefix.Where(c => !char.IsControl(c))]);
}
