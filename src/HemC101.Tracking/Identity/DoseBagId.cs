using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.Identity;

/// <summary>One dose bag: donation number and product code with its division (A0 is Day 1, B0 is Day 2).</summary>
[JsonConverter(typeof(IdJsonConverter<DoseBagId>))]
public readonly partial record struct DoseBagId : IParsable<DoseBagId>
{
    private readonly string? _text;

    private DoseBagId(string text) => _text = text;

    public DonationNumber Donation => DonationNumber.Parse(ToString()[..13]);

    public ProductCode Product => ProductCode.Parse(ToString()[13..]);

    /// <summary>1 or 2.</summary>
    public int Day => ToString()[19] == 'A' ? 1 : 2;

    /// <exception cref="FormatException">The product is undivided: no dose bag.</exception>
    public static DoseBagId Of(DonationNumber donation, ProductCode product) => Parse($"{donation}{product}");

    /// <summary>The division of bag <paramref name="index"/> (from 1) of <paramref name="count"/>: A0 for a single one, else Aa, Ab and so on.</summary>
    public static string Division(int day, int index, int count) =>
        (day == 1 ? "A" : "B") + (count == 1 ? "0" : ((char)('a' + index - 1)).ToString());

    /// <exception cref="FormatException">The text is none.</exception>
    public static DoseBagId Parse(string s) =>
        TryParse(s, null, out var id) ? id : throw new FormatException($"Not a DoseBagId: {s}");

    static DoseBagId IParsable<DoseBagId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, out DoseBagId result) => TryParse(s, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DoseBagId result)
    {
        var good = s is not null && Grammar().IsMatch(s);
        result = good ? new(s!) : default;
        return good;
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This DoseBagId was never set.");

    [GeneratedRegex(@"\A[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{2}[0-9]{8}[A-Z][A-Z0-9][0-9]{3}[A-Za-z0-9][AB][a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
