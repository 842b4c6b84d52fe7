using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Custody;

/// <summary>
/// Reads the file of a temperature logger: columns apart by semicolon, tab or comma, the first line a header or already a reading. Which
/// column is which the header says, or else the first is the time and the second the temperature. What is doubtful is refused with its line.
/// </summary>
public static class LoggerReader
{
    public const int MostBytes = 2 * 1_024 * 1_024;

    public const int MostLines = 100_000;

    public static LoggerRead Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return new LoggerRead.Bad(0, LoggerReasons.TooLarge);
        }

        var lines = LoggerText.Decode(content).Split('\n');
        return lines.Length > MostLines + 1 ? new LoggerRead.Bad(MostLines + 1, LoggerReasons.TooManyLines) : Read(lines, Digest.Of(content));
    }

    private static LoggerRead Read(string[] lines, Digest hash)
    {
        LoggerColumns? columns = null;
        List<LoggerReading> readings = [];
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (columns is null)
            {
                (columns, var fault) = LoggerColumns.Of(line);
                if (columns is null)
                {
                    return new LoggerRead.Bad(at + 1, fault!);
                }

                if (columns.IsHeader)
                {
                    continue;
                }
            }

            if (columns.Read(line, out var reading) is { } wrong)
            {
                return new LoggerRead.Bad(at + 1, wrong);
            }

            readings.Add(reading);
        }

        return readings.Count == 0
            ? new LoggerRead.Bad(0, LoggerReasons.Empty)
            : new LoggerRead.Good(new(hash, [.. readings.OrderBy(reading => reading.At)]));
    }
}
