using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Product code, DS 003: description code (5), collection type (1, its case matters), division (2).</summary>
[JsonConverter(typeof(IdJsonConverter<ProductCode>))]
public readonly record struct ProductCode : IParsable<ProductCode>
{
    private readonly string? _text;

    private ProductCode(string text) => _text = text;

    /// <summary>True when DS 032 says how the product is divided, not this code (division 99).</summary>
    public bool IsDividedElsewhere => ToString().EndsWith("99", StringComparison.Ordinal);

    /// <summary><c>00</c> for an undivided product.</summary>
    public string Division => ToString()[6..];

    /// <summary>Dose day by the first-level division: A is 1, B is 2, anything else null.</summary>
    public int? Day => Division[0] switch
    {
        'A' => 1,
        'B' => 2,
        _ => null,
    };

    public ProductCode WithDivision(string division) => Parse(ToString()[..6] + division);

    /// <summary>Capital and 0 or lower case for a split, two digits for undivided (00), tissue and the reference to DS 032 (99).</summary>
    private static bool IsDivision(ReadOnlySpan<char> text) =>
        Charset.IsDigits(text) || (char.IsAsciiLetterUpper(text[0]) && (text[1] == '0' || char.IsAsciiLetterLower(text[1])));

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == 8
        && char.IsAsciiLetterUpper(text[0])
        && Charset.IsUpperAlphanumeric(text[1..5])
        && char.IsAsciiLetterOrDigit(text[5])
        && IsDivision(text[6..]);

    public static bool TryParse(ReadOnlySpan<char> text, out ProductCode result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new ProductCode(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProductCode result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new ProductCode(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out ProductCode result) => TryParse(text, null, out result);

    public static ProductCode Parse(string text) => IdText.Parse<ProductCode>(text);

    static ProductCode IParsable<ProductCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<ProductCode>(_text);
}
