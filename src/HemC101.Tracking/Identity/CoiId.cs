using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Chain of identity identifier, DS 040: <c>CH</c>, facility, year, six characters. One per course of therapy.</summary>
[JsonConverter(typeof(IdJsonConverter<CoiId>))]
public readonly record struct CoiId : IParsable<CoiId>
{
    private readonly string? _text;

    private CoiId(string text) => _text = text;

    public FacilityNumber Facility => FacilityNumber.Parse(ToString()[2..7]);

    /// <summary>For people, with the check character over all 15 characters.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static CoiId Issue(FacilityNumber facility, int year, int sequence) =>
        new($"CH{facility}{IdText.Year(year)}{IdText.Digits(sequence, 6)}");

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text is ['C', 'H', ..]
        && text.Length == 15
        && FacilityNumber.IsWellFormed(text[2..7])
        && Charset.IsDigits(text[7..9])
        && Charset.IsUpperAlphanumeric(text[9..]);

    public static bool TryParse(ReadOnlySpan<char> text, out CoiId result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new CoiId(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CoiId result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new CoiId(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out CoiId result) => TryParse(text, null, out result);

    public static CoiId Parse(string text) => IdText.Parse<CoiId>(text);

    static CoiId IParsable<CoiId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<CoiId>(_text);
}
