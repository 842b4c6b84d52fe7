using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Chain of identity identifier, ISBT 128 DS 040 without its data identifier: <c>CH</c>, facility, year, 6 of <c>A-Z 0-9</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<CoiId>))]
public readonly partial record struct CoiId : IParsable<CoiId>
{
    private readonly string? _text;

    private CoiId(string text) => _text = text;

    /// <summary>With K, as a person reads and types it. That K covers <c>CH</c> is the general rule of ST-001 §7.5.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString())}";

    public static CoiId Issue(FacilityNumber facility, int year, int sequence) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"CH{facility}{year % 100:00}{sequence:000000}"));

    /// <exception cref="FormatException">The text is none.</exception>
    public static CoiId Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a CoiId: {s}");

    static CoiId IParsable<CoiId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out CoiId result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CoiId result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This CoiId was never set.");

    [GeneratedRegex(@"\ACH[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{2}[A-Z0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
