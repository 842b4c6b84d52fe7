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

        var symbols = FieldsAfter(zpl, "BX")
            .Select(data => SymbolReading.DataMatrix(data, escape => findings.Add($"the Data Matrix holds the unknown escape _{escape}"))).ToList();
        Compare("Data Matrix", symbols, (content.Gs1, content.Symbol), required: true, findings);
        Compare("Code 128", [.. FieldsAfter(zpl, "BC").Select(SymbolReading.Hex)], content.Linear, required: false, findings);
        return findings;
    }

    private static void RequireOneLabel(string zpl, List<string> findings)
    {
        var commands = ZplCommand.Of(zpl).Select(command => command.Name).ToList();
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

    /// <summary>Field data that belongs to a symbol command: the next <c>^FD</c> after it.</summary>
    private static IEnumerable<string> FieldsAfter(string zpl, string symbol)
    {
        var waiting = false;
        foreach (var (name, data, _) in ZplCommand.Of(zpl))
        {
            waiting |= name == symbol;
            if (waiting && name == "FD")
            {
                waiting = false;
                yield return data;
            }
        }
    }
}
