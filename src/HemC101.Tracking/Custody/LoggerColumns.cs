namespace HemC101.Tracking.Custody;

/// <summary>Which column of a logger's file is which.</summary>
internal sealed record LoggerColumns(char Separator, int Count, int Time, int Temperature, bool IsHeader)
{
    private const decimal Coldest = -273.15m;
    private const decimal Hottest = 200;

    private static readonly string[] Times = ["time", "date", "timestamp", "время", "дата"];
    private static readonly string[] Temperatures = ["temp", "темп", "°c", "°с", "t"];

    /// <returns>The fault when the first line is none to begin with.</returns>
    public static (LoggerColumns? Columns, Text? Fault) Of(string line)
    {
        var separator = line.Contains(';', StringComparison.Ordinal) ? ';' : line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var cells = LoggerText.Cells(line, separator);
        if (cells.Count < 2)
        {
            return (null, LoggerReasons.OneColumn);
        }

        if (!LoggerText.TryTime(cells[0], out _))
        {
            return Header(separator, cells);
        }

        return separator == ',' && cells.Count > 2
            ? (null, LoggerReasons.CommaTwice)
            : (new(separator, cells.Count, 0, 1, IsHeader: false), null);
    }

    /// <returns>What is wrong with the line; null when it was read.</returns>
    public Text? Read(string line, out LoggerReading reading)
    {
        reading = default;
        var cells = LoggerText.Cells(line, Separator);
        if (cells.Count != Count)
        {
            return Separator == ',' && cells.Count > Count ? LoggerReasons.CommaTwice : LoggerReasons.Columns(Count, cells.Count);
        }

        if (!LoggerText.TryTime(cells[Time], out var at))
        {
            return LoggerReasons.Time;
        }

        if (!LoggerText.TryNumber(cells[Temperature], out var c) || c is < Coldest or > Hottest)
        {
            return LoggerReasons.Number;
        }

        reading = new(at, c);
        return null;
    }

    private static (LoggerColumns? Columns, Text? Fault) Header(char separator, IReadOnlyList<string> cells)
    {
        var names = cells.Select(cell => cell.ToLowerInvariant()).ToList();
        if (cells.Any(cell => cell.Contains("°F", StringComparison.OrdinalIgnoreCase) || cell.Contains("(F)", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, LoggerReasons.Fahrenheit);
        }

        var time = names.FindIndex(name => Array.Exists(Times, name.StartsWith));
        var temperature = names.FindIndex(name => Array.Exists(Temperatures, word => word == "t" ? name == word || name.StartsWith("t,", StringComparison.Ordinal) || name.StartsWith("t ", StringComparison.Ordinal) : name.Contains(word, StringComparison.Ordinal)));
        if (names.Exists(name => name.StartsWith("date", StringComparison.Ordinal) || name.StartsWith("дата", StringComparison.Ordinal))
            && names.Exists(name => name.StartsWith("time", StringComparison.Ordinal) || name.StartsWith("время", StringComparison.Ordinal)))
        {
            return (null, LoggerReasons.TimeTwice);
        }

        return time >= 0 && temperature >= 0 && time != temperature
            ? (new(separator, cells.Count, time, temperature, IsHeader: true), null)
            : (new(separator, cells.Count, 0, 1, IsHeader: true), null);
    }
}
