using System.Text;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Field data of symbols as a printer understands it: the way back of <see cref="SymbolData"/>, written apart from it.</summary>
internal static class SymbolReading
{
    public static string Hex(string data)
    {
        var text = new StringBuilder();
        for (var i = 0; i < data.Length; i++)
        {
            var coded = data[i] == '\\' && i + 2 < data.Length
                && char.IsAsciiHexDigit(data[i + 1]) && char.IsAsciiHexDigit(data[i + 2]);
            text.Append(coded ? (char)Convert.ToInt32(data.Substring(i + 1, 2), 16) : data[i]);
            i += coded ? 2 : 0;
        }

        return text.ToString();
    }

    /// <param name="unknown">Told every escape that a printer would not know.</param>
    public static (bool Gs1, string Payload) DataMatrix(string data, Action<char>? unknown = null)
    {
        var raw = Hex(data);
        var gs1 = raw.StartsWith("_1", StringComparison.Ordinal);
        var text = new StringBuilder();
        for (var i = gs1 ? 2 : 0; i < raw.Length; i++)
        {
            if (raw[i] != '_')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            var escape = i < raw.Length ? raw[i] : '\0';
            if (escape is not ('1' or '_'))
            {
                unknown?.Invoke(escape);
            }

            text.Append(escape == '1' ? '\x1D' : escape);
        }

        return (gs1, text.ToString());
    }
}
