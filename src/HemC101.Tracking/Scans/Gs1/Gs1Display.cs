using System.Globalization;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>Values as people write them.</summary>
internal static class Gs1Display
{
    private const string Date = "dd.MM.yyyy";

    public static string Of(Gs1Ai ai, string value) => ai.Kind switch
    {
        Gs1Check.Month when value.Length == 6 && value.EndsWith("00", StringComparison.Ordinal) => $"{value[2..4]}.20{value[..2]}",
        Gs1Check.Month or Gs1Check.Day when value.Length == 6 => Gs1Dates.Day(value).ToString(Date, CultureInfo.InvariantCulture),
        Gs1Check.Month or Gs1Check.Day when ai.Code != "7007" => $"{Gs1Dates.Day(value).ToString(Date, CultureInfo.InvariantCulture)} {Clock(value.AsSpan(6))}",
        Gs1Check.Birthday => $"{value[6..8]}.{value[4..6]}.{value[..4]}{(value.Length > 8 ? " " + Clock(value.AsSpan(8)) : "")}",
        Gs1Check.Percent => Uri.UnescapeDataString(value),
        null when ai.Code.Length == 4 && ai.Code[0] == '3' && ai.IsFixed && ai.Longest == 6 => Measure(value, ai.Code[3] - '0'),
        _ => value,
    };

    /// <summary>Two digits each of hour, minute and second, as far as they are there.</summary>
    private static string Clock(ReadOnlySpan<char> digits)
    {
        var parts = new List<string>();
        for (; !digits.IsEmpty; digits = digits[2..])
        {
            parts.Add(digits[..2].ToString());
        }

        return parts.Count == 1 ? $"{parts[0]}:00" : string.Join(':', parts);
    }

    private static string Measure(string value, int decimals) =>
        (decimal.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) / (decimal)Math.Pow(10, decimals)).ToString(CultureInfo.InvariantCulture);
}
