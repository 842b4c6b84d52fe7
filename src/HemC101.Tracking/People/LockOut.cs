namespace HemC101.Tracking.People;

/// <summary>
/// How long a PIN or a password stays closed after wrong guesses in a row. Each is counted by itself; the wait doubles with every further
/// wrong guess and ends at an hour: long for who guesses, short enough for a ward (NIST SP 800-63B §3.2.2).
/// </summary>
public static class LockOut
{
    /// <summary>The guess that closes it for the first time.</summary>
    public const int ClosesAt = 5;

    /// <summary>After the fifth wrong guess in a row, the sixth and so on; the last one stays.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8),
        TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(32), TimeSpan.FromMinutes(60),
    ];

    /// <returns>Zero while another guess may follow at once.</returns>
    /// <param name="failures">Wrong guesses in a row, the last one included.</param>
    public static TimeSpan After(int failures) =>
        failures < ClosesAt ? TimeSpan.Zero : Waits[Math.Min(failures - ClosesAt, Waits.Count - 1)];
}
