using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>Participant of the trial, site and sequence: <c>01-007</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<SubjectNumber>))]
public readonly record struct SubjectNumber : IParsable<SubjectNumber>
{
    private readonly string? _text;

    private SubjectNumber(string text) => _text = text;

    public static SubjectNumber Issue(int site, int sequence) =>
        new($"{IdText.Digits(site, 2)}-{IdText.Digits(sequence, 3)}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubjectNumber result)
    {
        var wellFormed = s is { Length: 6 }
            && s[2] == '-'
            && Charset.IsDigits(s.AsSpan(0, 2))
            && Charset.IsDigits(s.AsSpan(3))
            && !s.EndsWith("000", StringComparison.Ordinal);
        result = wellFormed ? new SubjectNumber(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out SubjectNumber result) => TryParse(text, null, out result);

    public static SubjectNumber Parse(string text) => IdText.Parse<SubjectNumber>(text);

    static SubjectNumber IParsable<SubjectNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<SubjectNumber>(_text);
}
