using System.Globalization;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>The data of ISBT 128 symbols. Check characters stand beside a symbol, never in it.</summary>
public static class IsbtWriter
{
    public static string Write(IsbtMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Form == IsbtForm.Compound ? Compound(message.Values.AsSpan()) : string.Concat(message.Values.Select(Single));
    }

    public static string Single(IsbtValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Structure.Identifier + value.Content;
    }

    /// <summary>DS 023, free order.</summary>
    public static string Compound(params ReadOnlySpan<IsbtValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, 99);
        var parts = new string[values.Length + 1];
        parts[0] = string.Create(CultureInfo.InvariantCulture, $"=+{values.Length:00}000");
        for (var i = 0; i < values.Length; i++)
        {
            parts[i + 1] = Single(values[i]);
        }

        return string.Concat(parts);
    }
}
