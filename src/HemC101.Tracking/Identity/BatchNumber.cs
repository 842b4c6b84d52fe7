using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Batch (серия), <c>H101-YYNNN</c>; in a symbol as DS 035 without the hyphen.</summary>
[JsonConverter(typeof(IdJsonConverter<BatchNumber>))]
public readonly partial record struct BatchNumber : IParsable<BatchNumber>
{
    private readonly string? _text;

    private BatchNumber(string text) => _text = text;

    /// <summary>As a lot: without the hyphen.</summary>
    public string Lot => ToString().Replace("-", "", StringComparison.Ordinal);

    public static BatchNumber Issue(int year, int sequence) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"H101-{year % 100:00}{sequence:000}"));

    /// <returns>Null when the lot is not one of our batches.</returns>
    public static BatchNumber? FromLot(string lot) =>
        lot.Length == 9 && TryParse($"{lot[..4]}-{lot[4..]}", out var batch) ? batch : null;

    /// <exception cref="FormatException">The text is none.</exception>
    public static BatchNumber Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a BatchNumber: {s}");

    static BatchNumber IParsable<BatchNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out BatchNumber result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BatchNumber result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This BatchNumber was never set.");

    [GeneratedRegex(@"\AH101-[0-9]{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
