using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Identity;

/// <summary>
/// What an event carries in place of a text that a person typed: SHA-256 over the text and its secret salt. The text itself lies encrypted
/// beside the ledger (152-FZ), so that it can be checked against its event and not guessed from it.
/// </summary>
[JsonConverter(typeof(IdJsonConverter<TextId>))]
public readonly record struct TextId : IParsable<TextId>
{
    private readonly string? _text;

    private TextId(string text) => _text = text;

    public static TextId Of(Digest hash) => new(hash.ToString());

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TextId result)
    {
        var wellFormed = Digest.TryParse(s, provider, out _);
        result = wellFormed ? new TextId(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out TextId result) => TryParse(text, null, out result);

    public static TextId Parse(string text) => IdText.Parse<TextId>(text);

    static TextId IParsable<TextId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<TextId>(_text);
}
