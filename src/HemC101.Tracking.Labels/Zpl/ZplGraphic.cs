using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>A picture as <c>^GFA</c> in hexadecimal with ZPL's run lengths: G…Y are 1…19, g…z are 20…400 times the next digit.</summary>
internal static class ZplGraphic
{
    public static string Encode(BitPicture picture)
    {
        var data = new StringBuilder();
        var above = "";
        foreach (var row in picture.Bits.Chunk(picture.BytesPerRow))
        {
            var digits = Convert.ToHexString(row);
            data.Append(digits == above ? ":" : Squeeze(digits));
            above = digits;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"^GFA,{picture.Bits.Length},{picture.Bits.Length},{picture.BytesPerRow},{data}");
    }

    /// <summary>A comma fills the rest of a row with white.</summary>
    private static string Squeeze(string digits)
    {
        var used = digits.TrimEnd('0');
        var squeezed = new StringBuilder();
        for (var start = 0; start < used.Length;)
        {
            var end = start + 1;
            while (end < used.Length && used[end] == used[start])
            {
                end++;
            }

            AppendRun(squeezed, used[start], end - start);
            start = end;
        }

        return used.Length < digits.Length ? squeezed.Append(',').ToString() : squeezed.ToString();
    }

    private static void AppendRun(StringBuilder into, char digit, int count)
    {
        for (; count > 419; count -= 400)
        {
            into.Append('z').Append(digit);
        }

        if (count >= 20)
        {
            into.Append((char)('f' + (count / 20)));
            count %= 20;
            into.Append(count > 0 ? ((char)('F' + count)).ToString() : "").Append(digit);
            return;
        }

        into.Append(count > 1 ? ((char)('F' + count)).ToString() : "").Append(digit);
    }
}
