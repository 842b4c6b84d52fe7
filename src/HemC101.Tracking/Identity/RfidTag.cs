using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>
/// The number that the maker of an RFID tag's chip has written into it for good, as a reader that types like a keyboard sends it, in capitals:
/// the UID of ISO/IEC 15693 (E0 and 14 more hexadecimal digits) or the TID of an EPC Gen2 tag (E2 and 22 more). What can be written anew,
/// such as the EPC, does not tell tags apart for good, and other numbers may be broken pieces of a symbol.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<RfidTag>))]
public readonly record struct RfidTag : IParsable<RfidTag>
{
    private readonly string? _text;

    private RfidTag(string text) => _text = text;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RfidTag result)
    {
        var wellFormed = s is ({ Length: 16 } and ['E', '0', ..]) or ({ Length: 24 } and ['E', '2', ..]) && s.All(char.IsAsciiHexDigitUpper);
        result = wellFormed ? new RfidTag(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out RfidTag result) => TryParse(text, null, out result);

    public static RfidTag Parse(string text) => IdText.Parse<RfidTag>(text);

    static RfidTag IParsable<RfidTag>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<RfidTag>(_text);
}
