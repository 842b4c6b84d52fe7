using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>A thing of the house: data identifier <c>&amp;e &amp;l &amp;m &amp;t &amp;s &amp;w</c> and 10 of <c>0-9 A-Z</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<HouseId>))]
public readonly partial record struct HouseId : IParsable<HouseId>
{
    private readonly string? _text;

    private HouseId(string text) => _text = text;

    private const string Letters = "elmtsw";

    public HouseKind Kind => (HouseKind)Letters.IndexOf(ToString()[1], StringComparison.Ordinal);

    /// <summary>The 10 characters and K, as a person reads and types them.</summary>
    public string WithCheck => $"{this} {CheckCharacter.Mod37(ToString().AsSpan(2))}";

    public static HouseId Of(HouseKind kind, string text) => Parse($"&{Letters[(int)kind]}{text}");

    public static HouseId Issue(HouseKind kind, long sequence) =>
        Of(kind, sequence.ToString(CultureInfo.InvariantCulture).PadLeft(10, '0'));

    /// <exception cref="FormatException">The text is none.</exception>
    public static HouseId Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a HouseId: {s}");

    static HouseId IParsable<HouseId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out HouseId result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HouseId result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This HouseId was never set.");

    [GeneratedRegex(@"\A&[elmtsw][0-9A-Z]{10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
