using HemC101.Tracking.Study;

namespace HemC101.Tracking.Custody;

/// <summary>What a logger says of one stay.</summary>
/// <param name="From">Of the first reading within the stay.</param>
/// <param name="GapMinutes">Minutes of the stay of which it says nothing.</param>
/// <param name="OutsideFrom">Of the first reading out of the limits; null when all were within.</param>
public sealed record Exposure(
    decimal MinC, decimal MaxC, DateTimeOffset From, DateTimeOffset Until, int GapMinutes, DateTimeOffset? OutsideFrom, DateTimeOffset? OutsideUntil)
{
    public bool IsExcursion => OutsideFrom is not null;

    /// <param name="now">The end of a stay that goes on.</param>
    /// <returns>Null when no reading lies within the stay.</returns>
    public static Exposure? Of(Stay stay, LoggerFile file, StudySettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(stay);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        var end = stay.Until ?? (file.Until < now ? file.Until : now);
        var within = file.Readings.Where(reading => reading.At >= stay.From && reading.At <= end).ToList();
        if (within.Count == 0)
        {
            return null;
        }

        var outside = within.FindAll(reading => IsOutside(stay, reading.C, settings));
        return new(
            within.Min(reading => reading.C),
            within.Max(reading => reading.C),
            within[0].At,
            within[^1].At,
            Gaps(stay, within, end, settings.LoggerGapMinutes),
            outside.Count == 0 ? null : outside[0].At,
            outside.Count == 0 ? null : outside[^1].At);
    }

    /// <summary>The limits themselves are within.</summary>
    private static bool IsOutside(Stay stay, decimal c, StudySettings settings) => stay.IsCollection
        ? c < settings.TransportMinC || c > settings.TransportMaxC
        : c > settings.StorageBelowC;

    /// <summary>In a tank a file speaks of its own time alone; a leg is wanted from its first minute to its last.</summary>
    private static int Gaps(Stay stay, List<LoggerReading> within, DateTimeOffset end, int allowed)
    {
        var moments = within.Select(reading => reading.At);
        if (stay.IsLeg)
        {
            moments = moments.Prepend(stay.From).Append(end);
        }

        var gaps = moments.Zip(moments.Skip(1), (before, after) => after - before).Where(gap => gap > TimeSpan.FromMinutes(allowed));
        return (int)gaps.Sum(gap => gap.TotalMinutes);
    }
}
