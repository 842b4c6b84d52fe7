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

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CoiId result)
    {
        var wellFormed = s is { Length: 15 }
            && s.StartsWith("CH", StringComparison.Ordinal)
            && FacilityNumber.TryParse(s[2..7], out _)
            && Charset.IsDigits(s.AsSpan(7, 2))
            && Charset.IsUpperAlphanumeric(s.AsSpan(9));
        result = wellFormed ? new CoiId(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out CoiId result) => TryParse(text, null, out result);

    public static CoiId Parse(string text) => IdText.Parse<CoiId>(text);

    static CoiId IParsable<CoiId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<CoiId>(_text);
}
