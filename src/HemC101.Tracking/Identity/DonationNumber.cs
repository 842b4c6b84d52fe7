using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Donation identification number, the 13 characters of DS 001 without the flags, which belong to a container.</summary>
[JsonConverter(typeof(IdJsonConverter<DonationNumber>))]
public readonly record struct DonationNumber : IParsable<DonationNumber>
{
    private readonly string? _text;

    private DonationNumber(string text) => _text = text;

    public FacilityNumber Facility => FacilityNumber.Parse(ToString()[..5]);

    /// <summary>For people, with the check character over the 13 characters.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static DonationNumber Issue(FacilityNumber facility, int year, int sequence) =>
        new($"{facility}{IdText.Year(year)}{IdText.Digits(sequence, 6)}");

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == 13 && FacilityNumber.IsWellFormed(text[..5]) && Charset.IsDigits(text[5..]);

    public static bool TryParse(ReadOnlySpan<char> text, out DonationNumber result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new DonationNumber(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DonationNumber result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new DonationNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out DonationNumber result) => TryParse(text, null, out result);

    public static DonationNumber Parse(string text) => IdText.Parse<DonationNumber>(text);

    static DonationNumber IParsable<DonationNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<DonationNumber>(_text);
}
