using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>
/// The number of an RFID tag (EPC, TID, or UID of ISO 15693) as a reader that types like a keyboard sends it: 16, 24 or 32 hexadecimal
/// digits with a letter among them, since digits alone may be a GS1 code.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<RfidTag>))]
public readonly record struct RfidTag : IParsable<RfidTag>
{
    private readonly string? _text;

    private RfidTag(string text) => _text = text;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RfidTag result)
    {
        var wellFormed = s is { Length: 16 or 24 or 32 } && s.All(char.IsAsciiHexDigit) && s.Any(char.IsAsciiLetter);
        result = wellFormed ? new RfidTag(s!.ToUpperInvariant()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out RfidTag result) => TryParse(text, null, out result);

    public static RfidTag Parse(string text) => IdText.Parse<RfidTag>(text);

    static RfidTag IParsable<RfidTag>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<RfidTag>(_text);
}
