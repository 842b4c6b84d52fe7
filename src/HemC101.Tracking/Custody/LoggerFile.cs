using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Custody;

/// <summary>What a logger wrote down, in the order of time.</summary>
/// <param name="Hash">Of the file, byte for byte: the ledger names the file by it.</param>
/// <param name="Readings">At least one.</param>
public sealed record LoggerFile(Digest Hash, IReadOnlyList<LoggerReading> Readings)
{
    public DateTimeOffset From => Readings[0].At;

    public DateTimeOffset Until => Readings[^1].At;
}

/// <summary>What became of reading a file.</summary>
public abstract record LoggerRead
{
    private LoggerRead() { }

    public sealed record Good(LoggerFile File) : LoggerRead;

    /// <param name="Line">From 1; 0 for the file as a whole.</param>
    public sealed record Bad(int Line, Text Reason) : LoggerRead;
}
