namespace HemC101.Tracking.Custody;

/// <summary>One line of a temperature logger's file.</summary>
/// <param name="C">In °C.</param>
public readonly record struct LoggerReading(DateTimeOffset At, decimal C);
