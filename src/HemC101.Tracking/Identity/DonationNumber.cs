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

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DonationNumber result)
    {
        var wellFormed = s is { Length: 13 }
            && FacilityNumber.TryParse(s[..5], out _)
            && Charset.IsDigits(s.AsSpan(5));
        result = wellFormed ? new DonationNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out DonationNumber result) => TryParse(text, null, out result);

    public static DonationNumber Parse(string text) => IdText.Parse<DonationNumber>(text);

    static DonationNumber IParsable<DonationNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<DonationNumber>(_text);
}
