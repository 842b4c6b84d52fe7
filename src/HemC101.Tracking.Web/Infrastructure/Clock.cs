using System.Globalization;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Moscow wall time for people. Stored instants stay UTC.</summary>
public static class Clock
{
    /// <summary>UTC+3 without summer time since 26.10.2014 (107-FZ as amended by 248-FZ); the host's zone files are not asked.</summary>
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    public static string Zone => Language.T("МСК", "MSK");

    /// <summary><c>dd.MM.yyyy HH:mm МСК</c></summary>
    public static string Show(DateTimeOffset instant) => $"{Local(instant, "dd.MM.yyyy HH:mm")} {Zone}";

    /// <summary>Of a list that names the zone once: <c>dd.MM HH:mm</c>.</summary>
    public static string ShowHour(DateTimeOffset instant) => Local(instant, "dd.MM HH:mm");

    /// <summary>For limits counted in seconds at the bed: <c>HH:mm:ss МСК</c>.</summary>
    public static string ShowTime(DateTimeOffset instant) => $"{Local(instant, "HH:mm:ss")} {Zone}";

    /// <summary>English gets letters for the month, so that day and month cannot be swapped.</summary>
    public static string ShowDay(DateOnly day) =>
        Language.T(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), day.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant());

    /// <summary>The calendar day in Moscow at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Moscow).DateTime);

    private static string Local(DateTimeOffset instant, string format) =>
        instant.ToOffset(Moscow).ToString(format, CultureInfo.InvariantCulture);
}
