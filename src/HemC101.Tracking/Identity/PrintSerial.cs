using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Serial of one printed label or badge, DS 036, without the zeros that fill the structure on the left.</summary>
[JsonConverter(typeof(IdJsonConverter<PrintSerial>))]
public readonly record struct PrintSerial : IParsable<PrintSerial>
{
    private const int MaxLength = 18;
    private const int Digits = 9;

    private readonly string? _text;

    private PrintSerial(string text) => _text = text;

    /// <summary>The running number behind every print of the house.</summary>
    public const string Sequence = "print";

    /// <summary>The running number it was issued with; null for a serial in another form.</summary>
    public long? Number => LooksIssued(_text) ? long.Parse(ToString().AsSpan(1), CultureInfo.InvariantCulture) : null;

    /// <summary>The 18 characters of DS 036.</summary>
    public string Padded => ToString().PadLeft(MaxLength, '0');

    /// <summary>The letter in front makes trimming zeros unambiguous.</summary>
    public static PrintSerial Issue(long sequence) => new("P" + IdText.Digits(sequence, Digits));

    /// <summary>Whether a number that somebody typed has the form of those issued here.</summary>
    public static bool LooksIssued(string? text) => text is ['P', .. var digits] && digits.Length == Digits && Charset.IsDigits(digits);

    public static bool TryFromPadded([NotNullWhen(true)] string? text, out PrintSerial serial) =>
        TryParse(text.AsSpan().TrimStart('0'), out serial);

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= MaxLength && text[0] != '0' && Charset.IsUpperAlphanumeric(text);

    public static bool TryParse(ReadOnlySpan<char> text, out PrintSerial result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new PrintSerial(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PrintSerial result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new PrintSerial(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out PrintSerial result) => TryParse(text, null, out result);

    public static PrintSerial Parse(string text) => IdText.Parse<PrintSerial>(text);

    static PrintSerial IParsable<PrintSerial>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<PrintSerial>(_text);
}
