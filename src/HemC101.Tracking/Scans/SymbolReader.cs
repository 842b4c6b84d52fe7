using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>Reads one text as a scanner sends it, with or without the symbology identifier, which decides between the standards.</summary>
internal static class SymbolReader
{
    public static Reading Read(string text, ScannerSetup setup)
    {
        var reading = Symbol(text, setup);
        return reading is Reading.Unreadable && RfidTag.TryParse(text, out var tag)
            ? new Reading.Understood(new RfidCode(tag), new RfidContent(tag), tag.ToString(), Repairs.None, Typed: false)
            : reading;
    }

    private static Reading Symbol(string text, ScannerSetup setup) => text switch
    {
        [']', ..] => Prefixed(text, setup),
        ['&', >= 'a' and <= 'z', ..] => House(text),
        ['=' or '&', ..] => Isbt(text, pair: false),
        [>= '0' and <= '9' or '(', ..] => Gs1(text, 0, setup),
        _ when Gs1DigitalLink.Is(text) => Gs1(text, 0, setup),
        _ => new Reading.Unreadable(ReadingReasons.Nothing),
    };

    private static Reading Prefixed(string text, ScannerSetup setup)
    {
        var symbology = Symbologies.Of(text);
        if (symbology == Symbology.None)
        {
            return NotUsed(text);
        }

        var start = DataStart(text);
        var data = text.AsSpan(start);
        return symbology switch
        {
            Symbology.Gs1 => Gs1(text, start, setup),
            Symbology.IsbtPair => Isbt(data.ToString(), pair: true),
            _ when symbology.HasFlag(Symbology.Link) && Gs1DigitalLink.Is(data) => Gs1(text, start, setup),
            _ when symbology.HasFlag(Symbology.House) && data is ['&', >= 'a' and <= 'z', ..] => House(data.ToString()),
            _ when !symbology.HasFlag(Symbology.Isbt) => NotUsed(text),
            _ => data is ['=' or '&', ..] ? Isbt(data.ToString(), pair: false) : new Reading.Unreadable(IsbtReasons.NotIsbt),
        };
    }

    private static Reading Isbt(string text, bool pair) =>
        IsbtReader.Read(text, out var message) is { } refusal ? new Reading.Unreadable(refusal)
        : pair && message!.Form != IsbtForm.Pair ? new Reading.Unreadable(IsbtReasons.NoPair)
        : new Reading.Understood(IsbtCodes.Of(message!), message!, text, Repairs.None, Typed: false);

    private static Reading House(string text) =>
        HouseId.TryParse(text.AsSpan(), out var id)
            ? new Reading.Understood(new HouseCode(id), new HouseContent(id), text, Repairs.None, Typed: false)
            : new Reading.Unreadable(ReadingReasons.HouseForm);

    /// <param name="start">Where the data begin after the symbology identifier.</param>
    private static Reading Gs1(string text, int start, ScannerSetup setup)
    {
        var restored = Restored(text, start, setup.SeparatorReplacement);
        if (SecondScan.StandsIn(restored.AsSpan(start)))
        {
            return new Reading.Unreadable(ReadingReasons.TwoScans);
        }

        if (Gs1Reader.Read(restored.AsSpan(start), setup, out var message, out var separated) is { } refusal)
        {
            return new Reading.Unreadable(refusal);
        }

        if (start == 0 && !message!.IsProven && !Gs1DigitalLink.Is(text))
        {
            return new Reading.Unreadable(Gs1Reasons.NotProven);
        }

        if (start == 0 && SecondScan.IsGs1In(message!))
        {
            return new Reading.Unreadable(ReadingReasons.TwoScans);
        }

        var canonical = separated ? text[..start] + Gs1Writer.Joined(message!.Values.AsSpan()) : restored;
        var repairs = ReferenceEquals(canonical, text) ? Repairs.None : Repairs.Gs;
        return new Reading.Understood(Gs1Codes.Of(message!), message!, canonical, repairs, Typed: false);
    }

    /// <summary>What comes in place of GS may also stand in the symbology identifier, which stays as it is.</summary>
    private static string Restored(string text, int start, char? replacement) =>
        replacement is { } sent && text.AsSpan(0, start).Contains(sent)
            ? text[..start] + GroupSeparators.Restore(text[start..], sent)
            : GroupSeparators.Restore(text, replacement);

    /// <summary>A character set named before the data (ECI: a backslash and six digits) changes nothing for ASCII.</summary>
    private static int DataStart(string text)
    {
        var data = text.AsSpan(Symbologies.PrefixLength);
        return Symbologies.MayNameCharacterSet(text) && data is ['\\', _, _, _, _, _, _, ..] && Charset.IsDigits(data[1..7])
            ? Symbologies.PrefixLength + 7
            : Symbologies.PrefixLength;
    }

    private static Reading.Unreadable NotUsed(string text) =>
        new(ReadingReasons.UnknownSymbol.With(new string([.. text.Take(Symbologies.PrefixLength).Where(c => !char.IsControl(c))])));
}
