using System.Globalization;
using System.Text;

namespace HemC101.Tracking.Custody;

/// <summary>Bytes, cells, times and numbers of a logger's file.</summary>
internal static class LoggerText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] LocalTimes =
    [
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss",
    ];

    private static readonly string[] ZonedTimes = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Only a header may hold more than ASCII: in an unknown code page its names are not recognised, and nothing else is lost.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(content[2..]);
        }

        try
        {
            return Strict.GetString(content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }

    /// <summary>A cell may stand in quotes, and then hold the separator.</summary>
    public static IReadOnlyList<string> Cells(string line, char separator)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }

    /// <summary>Without a zone of its own it is the time in Moscow.</summary>
    public static bool TryTime(string cell, out DateTimeOffset at)
    {
        if (DateTime.TryParseExact(cell, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and < 2200)
        {
            at = MoscowTime.At(local);
            return true;
        }

        return DateTimeOffset.TryParseExact(cell, ZonedTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at)
            && at.Year is >= 2000 and < 2200;
    }

    public static bool TryNumber(string cell, out decimal number) => decimal.TryParse(
        cell.Replace('\u2212', '-').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
