using System.Globalization;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>A number typed by a person: decimal comma or point, spaces between thousands, nothing else.</summary>
public static class DecimalInput
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Refuses what has two meanings, such as <c>1,234.5</c> or <c>1.234,5</c>.</summary>
    public static bool TryParse(string? typed, out decimal value)
    {
        value = 0;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return false;
        }

        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace('−', '-').Replace(',', '.');
        return plain.Count(c => c == '.') <= 1
            && !plain.EndsWith('.')
            && decimal.TryParse(plain, Styles, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>In the reader's own notation, without trailing zeros and thousands marks; fits back into a form field.</summary>
    public static string Show(decimal value) => value.ToString("0.############", CultureInfo.CurrentCulture);
}
