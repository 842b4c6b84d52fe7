using System.Globalization;

namespace HemC101.Tracking.Identity;

internal static class IdText
{
    public static T Parse<T>(string? text)
        where T : struct, IParsable<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        return T.TryParse(text, null, out var id) ? id : throw new FormatException($"'{text}' is not a {typeof(T).Name}.");
    }

    public static string Required<T>(string? text) =>
        text ?? throw new InvalidOperationException($"This {typeof(T).Name} was never set.");

    /// <summary>A number from 1 to the largest that fits, with leading zeros.</summary>
    public static string Digits(long number, int width)
    {
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return number > 0 && text.Length == width
            ? text
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"Not a number of {width} digits above zero.");
    }

    /// <summary>The two-digit year of the standards, for years 2000-2099.</summary>
    public static string Year(int year) =>
        year is >= 2000 and <= 2099
            ? (year % 100).ToString("00", CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(year), year, "The identifiers are defined for 2000-2099.");
}
