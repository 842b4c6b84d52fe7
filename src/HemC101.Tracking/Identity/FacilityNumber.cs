using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Facility identification number, five characters without the letter O (ST-001). A9990-A9999 are reserved for validation.</summary>
[JsonConverter(typeof(IdJsonConverter<FacilityNumber>))]
public readonly record struct FacilityNumber : IParsable<FacilityNumber>
{
    private readonly string? _text;

    private FacilityNumber(string text) => _text = text;

    /// <summary>True for the numbers that must never stand on material for a patient.</summary>
    public bool IsForValidation => ToString().StartsWith("A999", StringComparison.Ordinal);

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == 5
        && text[0] != '0'
        && !text[..3].Contains('O')
        && Charset.IsUpperAlphanumeric(text[..3])
        && Charset.IsDigits(text[3..]);

    public static bool TryParse(ReadOnlySpan<char> text, out FacilityNumber result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new FacilityNumber(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FacilityNumber result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new FacilityNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out FacilityNumber result) => TryParse(text, null, out result);

    public static FacilityNumber Parse(string text) => IdText.Parse<FacilityNumber>(text);

    static FacilityNumber IParsable<FacilityNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<FacilityNumber>(_text);
}
