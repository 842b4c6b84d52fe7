using System.Diagnostics.CodeAnalysis;

namespace HemC101.Tracking.Identity;

/// <summary>
/// One bag of an apheresis procedure: the donation number, and <c>-02</c> behind it for the second. The first carries the flags 00, since
/// nobody knows of a second one when its label is printed.
/// </summary>
public readonly record struct CollectionBagId : IParsable<CollectionBagId>
{
    private const string Second = "-02";

    private CollectionBagId(DonationNumber donation, int container) => (Donation, Container) = (donation, container);

    public DonationNumber Donation { get; }

    /// <summary>1 or 2.</summary>
    public int Container { get; }

    /// <summary>Of DS 001.</summary>
    public string Flags => Container == 1 ? "00" : "02";

    public static CollectionBagId Of(DonationNumber donation, int container)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(container, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(container, 2);
        return new(donation, container);
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CollectionBagId result)
    {
        var isSecond = s?.EndsWith(Second, StringComparison.Ordinal) == true;
        var read = DonationNumber.TryParse(isSecond ? s![..^Second.Length] : s, out var donation);
        result = read ? new(donation, isSecond ? 2 : 1) : default;
        return read;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out CollectionBagId result) => TryParse(text, null, out result);

    public static CollectionBagId Parse(string text) => IdText.Parse<CollectionBagId>(text);

    static CollectionBagId IParsable<CollectionBagId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    public override string ToString() => $"{Donation}{(Container == 2 ? Second : "")}";
}
