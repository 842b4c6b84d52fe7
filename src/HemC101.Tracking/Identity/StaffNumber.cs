using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Member of staff, DS 020: facility and six characters.</summary>
[JsonConverter(typeof(IdJsonConverter<StaffNumber>))]
public readonly record struct StaffNumber : IParsable<StaffNumber>
{
    private readonly string? _text;

    private StaffNumber(string text) => _text = text;

    public FacilityNumber Facility => FacilityNumber.Parse(ToString()[..5]);

    /// <summary>For people, with the check character over all 11 characters.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static StaffNumber Issue(FacilityNumber facility, int sequence) => new($"{facility}{IdText.Digits(sequence, 6)}");

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == 11 && FacilityNumber.IsWellFormed(text[..5]) && Charset.IsUpperAlphanumeric(text[5..]);

    public static bool TryParse(ReadOnlySpan<char> text, out StaffNumber result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new StaffNumber(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StaffNumber result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new StaffNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out StaffNumber result) => TryParse(text, null, out result);

    public static StaffNumber Parse(string text) => IdText.Parse<StaffNumber>(text);

    static StaffNumber IParsable<StaffNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<StaffNumber>(_text);
}
