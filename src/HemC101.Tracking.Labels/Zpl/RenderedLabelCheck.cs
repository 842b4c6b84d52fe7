using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Zpl;

/// <summary>Reads the symbols back out of finished bytes, by itself and not with the code that wrote them.</summary>
public static class RenderedLabelCheck
{
    /// <returns>What is wrong, for developers; empty when the label says what the content does.</returns>
    public static IReadOnlyList<string> Verify(RenderedLabel label, LabelContent content)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(content);
        var findings = new List<string>();
        if (label.Sha256 != Convert.ToHexStringLower(SHA256.HashData(label.Bytes)))
        {
            findings.Add("the bytes are not those the hash was taken of");
        }

        var zpl = Encoding.UTF8.GetString(label.Bytes);
        RequireOneLabel(zpl, findings);

        var symbols = FieldsAfter(zpl, "BX").Select(data => DataMatrixPayload(data, findings)).ToList();
        Compare("Data Matrix", symbols, (content.Gs1, content.Symbol), required: true, findings);
        Compare("Code 128", [.. FieldsAfter(zpl, "BC").Select(HexDecode)], content.Linear, required: false, findings);
        return findings;
    }

    private static void RequireOneLabel(string zpl, List<string> findings)
    {
        var commands = Commands(zpl).Select(command => command.Name).ToList();
        if (!zpl.StartsWith("^XA", StringComparison.Ordinal) || !zpl.TrimEnd().EndsWith("^XZ", StringComparison.Ordinal)
            || commands.Count(name => name == "XA") != 1 || commands.Count(name => name == "XZ") != 1)
        {
            findings.Add("there is not exactly one label from ^XA to ^XZ");
        }

        if (zpl.Contains('~', StringComparison.Ordinal) || commands.Contains("PQ") || zpl.Any(c => char.IsControl(c) && c is not ('\r' or '\n')))
        {
            findings.Add("there is a printer command, a number of copies or a control character");
        }
    }

    private static void Compare<T>(string what, List<T> found, T expected, bool required, List<string> findings)
    {
        if (required && found.Count == 0)
        {
            findings.Add($"there is no {what}");
        }

        findings.AddRange(found
            .Where(symbol => !EqualityComparer<T>.Default.Equals(symbol, expected))
            .Select(symbol => $"a {what} says \"{symbol}\" and not \"{expected}\""));
    }

    private static IEnumerable<(string Name, string Data)> Commands(string zpl) =>
        zpl.Split('^').Skip(1).Where(part => part.Length >= 2).Select(part => (part[..2], part[2..]));

    /// <summary>Field data that belongs to a symbol command: the next <c>^FD</c> after it.</summary>
    private static IEnumerable<string> FieldsAfter(string zpl, string symbol)
    {
        var waiting = false;
        foreach (var (name, data) in Commands(zpl))
        {
            waiting |= name == symbol;
            if (waiting && name == "FD")
            {
                waiting = false;
                yield return data;
            }
        }
    }

    private static string HexDecode(string data)
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

    private static (bool Gs1, string Payload) DataMatrixPayload(string data, List<string> findings)
    {
        var raw = HexDecode(data);
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
                findings.Add($"the Data Matrix holds the unknown escape _{escape}");
            }

            text.Append(escape == '1' ? '\x1D' : escape);
        }

        return (gs1, text.ToString());
    }
}
