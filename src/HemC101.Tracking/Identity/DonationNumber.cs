using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Donation identification number, ISBT 128 DS 001: 13 characters, without flags. Flags are never compared.</summary>
[JsonConverter(typeof(IdJsonConverter<DonationNumber>))]
public readonly partial record struct DonationNumber : IParsable<DonationNumber>
{
    private readonly string? _text;

    private DonationNumber(string text) => _text = text;

    /// <summary>With K, as a person reads and types it.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static DonationNumber Issue(FacilityNumber facility, int year, int sequence) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{facility}{year % 100:00}{sequence:000000}"));

    /// <exception cref="FormatException">The text is none.</exception>
    public static DonationNumber Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a DonationNumber: {s}");

    static DonationNumber IParsable<DonationNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out DonationNumber result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DonationNumber result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This DonationNumber was never set.");

    [GeneratedRegex(@"\A[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
