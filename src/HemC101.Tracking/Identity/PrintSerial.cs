using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Serial of one print, ISBT 128 DS 036 without its zero padding; the serials issued here begin with P.</summary>
[JsonConverter(typeof(IdJsonConverter<PrintSerial>))]
public readonly partial record struct PrintSerial : IParsable<PrintSerial>
{
    private readonly string? _text;

    private PrintSerial(string text) => _text = text;

    public static PrintSerial Issue(long sequence) => Parse(string.Create(CultureInfo.InvariantCulture, $"P{sequence:000000000}"));

    /// <exception cref="FormatException">The text is none.</exception>
    public static PrintSerial Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a PrintSerial: {s}");

    static PrintSerial IParsable<PrintSerial>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out PrintSerial result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PrintSerial result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This PrintSerial was never set.");

    [GeneratedRegex(@"\A[A-Z1-9][A-Z0-9]{0,17}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
