using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace HemC101.Tracking.Identity;

/// <summary>One dose bag: donation number and divided product code, <c>A999926000001YA0011A0</c>.</summary>
[JsonConverter(typeof(IdJsonConverter<DoseBagId>))]
public readonly record struct DoseBagId : IParsable<DoseBagId>
{
    private readonly string? _text;

    private DoseBagId(string text) => _text = text;

    public DonationNumber Donation => DonationNumber.Parse(ToString()[..13]);

    public ProductCode Product => ProductCode.Parse(ToString()[13..]);

    /// <summary>1 or 2.</summary>
    public int Day => Product.Day!.Value;

    /// <exception cref="FormatException">The product code is not divided into Day 1 or Day 2.</exception>
    public static DoseBagId Of(DonationNumber donation, ProductCode product) => Parse($"{donation}{product}");

    /// <summary>The bag of the same product for a dose: A0 or B0 when it is the only one, else Aa, Ab and so on.</summary>
    /// <param name="day">1 or 2.</param>
    /// <param name="index">From 0.</param>
    /// <param name="count">Bags of that dose, at most 26.</param>
    public DoseBagId WithDivisionOf(int day, int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 26);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        var second = count == 1 ? '0' : (char)('a' + index);
        return Of(Donation, Product.WithDivision($"{(day == 1 ? 'A' : 'B')}{second}"));
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DoseBagId result)
    {
        var wellFormed = s is { Length: 21 }
            && DonationNumber.IsWellFormed(s.AsSpan(0, 13))
            && ProductCode.IsWellFormed(s.AsSpan(13))
            && s[19] is 'A' or 'B';
        result = wellFormed ? new DoseBagId(s!) : default;
        return wellFormed;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out DoseBagId result) => TryParse(text, null, out result);

    public static DoseBagId Parse(string text) => IdText.Parse<DoseBagId>(text);

    static DoseBagId IParsable<DoseBagId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => IdText.Required<DoseBagId>(_text);
}
