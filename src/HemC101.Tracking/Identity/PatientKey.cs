using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>The key on a wristband: GSRN of the recipient, AI 8018, 18 digits with check digit.</summary>
[JsonConverter(typeof(IdJsonConverter<PatientKey>))]
public readonly record struct PatientKey : IParsable<PatientKey>
{
    private readonly string? _text;

    private PatientKey(string text) => _text = text;

    /// <param name="companyPrefix">GS1 company prefix of the hospital, 4-12 digits.</param>
    /// <param name="sequence">From 1 to what the remaining digits hold.</param>
    public static PatientKey Issue(string companyPrefix, long sequence)
    {
        ArgumentNullException.ThrowIfNull(companyPrefix);
        if (companyPrefix.Length is < 4 or > 12 || !Charset.IsDigits(companyPrefix))
        {
            throw new ArgumentException("A GS1 company prefix has 4 to 12 digits.", nameof(companyPrefix));
        }

        var key = companyPrefix + IdText.Digits(sequence, 17 - companyPrefix.Length);
        return new PatientKey(key + Gs1CheckDigit.Of(key));
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PatientKey result)
    {
        var wellFormed = s is { Length: 18 } && Gs1CheckDigit.IsValid(s);
        result = wellFormed ? new PatientKey(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out PatientKey result) => TryParse(text, null, out result);

    public static PatientKey Parse(string text) => IdText.Parse<PatientKey>(text);

    static PatientKey IParsable<PatientKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<PatientKey>(_text);
}
