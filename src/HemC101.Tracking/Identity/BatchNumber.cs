using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Manufacturing batch: <c>H101-26001</c>, in symbols as lot DS 035 without the hyphen.</summary>
[JsonConverter(typeof(IdJsonConverter<BatchNumber>))]
public readonly record struct BatchNumber : IParsable<BatchNumber>
{
    private const string Prefix = "H101-";

    private readonly string? _text;

    private BatchNumber(string text) => _text = text;

    /// <summary>Without the zeros that fill DS 035 on the left.</summary>
    public string Lot => ToString().Replace("-", "", StringComparison.Ordinal);

    public static BatchNumber Issue(int year, int sequence) => new($"{Prefix}{IdText.Year(year)}{IdText.Digits(sequence, 3)}");

    public static BatchNumber FromLot(string lot) =>
        TryFromLot(lot, out var batch) ? batch : throw new FormatException($"'{lot}' is not the lot of a batch.");

    /// <param name="lot">With or without the zeros on the left.</param>
    /// <param name="batch">Default when refused.</param>
    public static bool TryFromLot(ReadOnlySpan<char> lot, out BatchNumber batch)
    {
        var trimmed = lot.TrimStart('0');
        var wellFormed = lot.Length <= 18 && trimmed.StartsWith(Prefix.AsSpan(0, 4)) && IsNumber(trimmed[4..]);
        batch = wellFormed ? new BatchNumber(string.Concat(Prefix, trimmed[4..])) : default;
        return wellFormed;
    }

    /// <summary>Year and sequence; the sequence begins with 001.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length == 5 && Charset.IsDigits(text) && text[2..] is not "000";

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BatchNumber result)
    {
        var wellFormed = s is not null && s.StartsWith(Prefix, StringComparison.Ordinal) && IsNumber(s.AsSpan(Prefix.Length));
        result = wellFormed ? new BatchNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out BatchNumber result) => TryParse(text, null, out result);

    public static BatchNumber Parse(string text) => IdText.Parse<BatchNumber>(text);

    static BatchNumber IParsable<BatchNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<BatchNumber>(_text);
}
