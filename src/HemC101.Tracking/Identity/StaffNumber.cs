using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Staff member, ISBT 128 DS 020: facility and 6 of <c>A-Z 0-9</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<StaffNumber>))]
public readonly partial record struct StaffNumber : IParsable<StaffNumber>
{
    private readonly string? _text;

    private StaffNumber(string text) => _text = text;

    /// <summary>With K, as a person reads and types it.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static StaffNumber Issue(FacilityNumber facility, int sequence) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{facility}{sequence:000000}"));

    /// <exception cref="FormatException">The text is none.</exception>
    public static StaffNumber Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a StaffNumber: {s}");

    static StaffNumber IParsable<StaffNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out StaffNumber result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StaffNumber result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This StaffNumber was never set.");

    [GeneratedRegex(@"\A[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[A-Z0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
