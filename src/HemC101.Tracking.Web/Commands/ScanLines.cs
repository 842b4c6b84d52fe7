using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Web.Commands;

/// <summary>A file of scans, one on each line. <c>\\</c> is a backslash and <c>\xNN</c> any character up to FF; a backslash before anything else is itself.</summary>
internal static class ScanLines
{
    /// <summary>A line feed ends a line, also after a carriage return; one at the end of the file begins no further line.</summary>
    public static IEnumerable<string> Read(string path)
    {
        var lines = File.ReadAllText(path).Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return lines.Take(count).Select(line => Unescaped(line.EndsWith('\r') ? line[..^1] : line));
    }

    public static string Unescaped(string line)
    {
        if (!line.Contains('\\', StringComparison.Ordinal))
        {
            return line;
        }

        var scan = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line.AsSpan(i);
            if (rest is ['\\', '\\', ..])
            {
                scan.Append('\\');
                i++;
            }
            else if (rest is ['\\', 'x', _, _, ..]
                && byte.TryParse(rest[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character))
            {
                scan.Append((char)character);
                i += 3;
            }
            else
            {
                scan.Append(line[i]);
            }
        }

        return scan.ToString();
    }

    /// <summary>The other way: control characters and the backslash written out.</summary>
    public static string Escaped(string scan)
    {
        if (!scan.Any(c => char.IsControl(c) || c == '\\'))
        {
            return scan;
        }

        var line = new StringBuilder();
        foreach (var c in scan)
        {
            _ = c == '\\' ? line.Append("\\\\")
                : char.IsControl(c) ? line.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}")
                : line.Append(c);
        }

        return line.ToString();
    }
}
