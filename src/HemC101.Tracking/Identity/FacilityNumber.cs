using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>ISBT 128 facility number, e.g. <c>A9999</c>; A9990-A9999 are reserved for validation (ST-001).</summary>
[JsonConverter(typeof(IdJsonConverter<FacilityNumber>))]
public readonly partial record struct FacilityNumber : IParsable<FacilityNumber>
{
    private readonly string? _text;

    private FacilityNumber(string text) => _text = text;

    /// <exception cref="FormatException">The text is none.</exception>
    public static FacilityNumber Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a FacilityNumber: {s}");

    static FacilityNumber IParsable<FacilityNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out FacilityNumber result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FacilityNumber result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This FacilityNumber was never set.");

    [GeneratedRegex(@"\A[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
