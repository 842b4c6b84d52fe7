using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Product code, ISBT 128 DS 003: description code (5), collection type (1, case matters), division (2).</summary>
[JsonConverter(typeof(IdJsonConverter<ProductCode>))]
public readonly partial record struct ProductCode : IParsable<ProductCode>
{
    private readonly string? _text;

    private ProductCode(string text) => _text = text;

    public string Division => ToString()[6..];

    /// <summary>1 for a division A?, 2 for B?; null for the undivided product and others.</summary>
    public int? Day => Division[0] switch
    {
        'A' => 1,
        'B' => 2,
        _ => null,
    };

    public ProductCode WithDivision(string division) => Parse(ToString()[..6] + division);

    /// <exception cref="FormatException">The text is none.</exception>
    public static ProductCode Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a ProductCode: {s}");

    static ProductCode IParsable<ProductCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out ProductCode result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProductCode result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This ProductCode was never set.");

    [GeneratedRegex(@"\A[A-Z][A-Z0-9][0-9]{3}[A-Za-z0-9][A-Z0-9][a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
