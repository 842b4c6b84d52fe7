using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>The participant's GSRN (GS1 AI 8018): 18 digits with a check digit. Only the wristband carries it, and never the CoI.</summary>
[JsonConverter(typeof(IdJsonConverter<PatientKey>))]
public readonly partial record struct PatientKey : IParsable<PatientKey>
{
    private readonly string? _text;

    private PatientKey(string text) => _text = text;

    /// <param name="companyPrefix">GS1 company prefix, 6 to 12 digits.</param>
    public static PatientKey Issue(string companyPrefix, long sequence)
    {
        var body = companyPrefix + sequence.ToString(CultureInfo.InvariantCulture).PadLeft(17 - companyPrefix.Length, '0');
        return Parse(body + Gs1CheckDigit.Of(body));
    }

    /// <exception cref="FormatException">The text is none.</exception>
    public static PatientKey Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a PatientKey: {s}");

    static PatientKey IParsable<PatientKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out PatientKey result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PatientKey result)
    {
        var good = s is not null && Grammar().IsMatch(s) && Gs1CheckDigit.IsValid(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This PatientKey was never set.");

    [GeneratedRegex(@"\A[0-9]{18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
