using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>A thing of the house: locally defined data identifier and 10 characters, <c>&amp;e0000000012</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<HouseId>))]
public readonly record struct HouseId : IParsable<HouseId>
{
    private readonly string? _text;

    private HouseId(string text) => _text = text;

    public HouseKind Kind => HouseKinds.Of(ToString())!.Value;

    /// <summary>The 10 characters after the data identifier.</summary>
    public string Content => ToString()[2..];

    /// <summary>For people: the identifier and the check character over its 10 characters.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(Content)}";

    public static HouseId Issue(HouseKind kind, long sequence) => Of(kind, IdText.Digits(sequence, 10));

    public static HouseId Of(HouseKind kind, string text10) => Parse(HouseKinds.DataIdentifier(kind) + text10);

    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == 12 && HouseKinds.Of(text) is not null && Charset.IsUpperAlphanumeric(text[2..]);

    public static bool TryParse(ReadOnlySpan<char> text, out HouseId result)
    {
        var wellFormed = IsWellFormed(text);
        result = wellFormed ? new HouseId(text.ToString()) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HouseId result)
    {
        var wellFormed = IsWellFormed(s);
        result = wellFormed ? new HouseId(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out HouseId result) => TryParse(text, null, out result);

    public static HouseId Parse(string text) => IdText.Parse<HouseId>(text);

    static HouseId IParsable<HouseId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<HouseId>(_text);
}
