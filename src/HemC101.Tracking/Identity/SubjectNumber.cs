using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>Site and running number, <c>01-007</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<SubjectNumber>))]
public readonly partial record struct SubjectNumber : IParsable<SubjectNumber>
{
    private readonly string? _text;

    private SubjectNumber(string text) => _text = text;

    public static SubjectNumber Issue(int site, int sequence) => Parse(string.Create(CultureInfo.InvariantCulture, $"{site:00}-{sequence:000}"));

    /// <exception cref="FormatException">The text is none.</exception>
    public static SubjectNumber Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a SubjectNumber: {s}");

    static SubjectNumber IParsable<SubjectNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out SubjectNumber result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubjectNumber result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This SubjectNumber was never set.");

    [GeneratedRegex(@"\A[0-9]{2}-(?!000)[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
