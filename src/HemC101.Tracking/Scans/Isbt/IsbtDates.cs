using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>Ordinal dates of DS 004-009. Century digit 0 is 20yy, as in the published examples; no other one is read or written.</summary>
internal static class IsbtDates
{
    /// <param name="text">cyyjjj.</param>
    /// <returns>Null for another century or a day that the year has not.</returns>
    public static DateOnly? Day(ReadOnlySpan<char> text)
    {
        if (text.Length != 6 || text[0] != '0' || !Charset.IsDigits(text))
        {
            return null;
        }

        var year = 2000 + Number(text[1..3]);
        var day = Number(text[3..]);
        return day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;
    }

    /// <param name="text">cyyjjjhhmm; the structure has no zone, so it is the site's clock.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset? Minute(ReadOnlySpan<char> text) =>
        text.Length == 10 && Day(text[..6]) is { } day && Clock(text[6..]) is { } clock ? MoscowTime.At(day.ToDateTime(clock)) : null;

    /// <param name="text">hhmm.</param>
    public static TimeOnly? Clock(ReadOnlySpan<char> text) =>
        text.Length == 4 && Charset.IsDigits(text) && Number(text[..2]) is < 24 and var hour && Number(text[2..]) is < 60 and var minute
            ? new TimeOnly(hour, minute)
            : null;

    /// <param name="text">yyyymmdd.</param>
    public static DateOnly? CalendarDay(ReadOnlySpan<char> text)
    {
        if (text.Length != 8 || !Charset.IsDigits(text))
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[4..6]), Number(text[6..]));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    public static string Written(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"0{day.Year % 100:00}{day.DayOfYear:000}");

    /// <summary>To the minute, seconds cut off.</summary>
    public static string Written(DateTimeOffset at)
    {
        var local = at.ToOffset(MoscowTime.Offset);
        return $"{Written(DateOnly.FromDateTime(local.DateTime))}{local.ToString("HHmm", CultureInfo.InvariantCulture)}";
    }

    public static void CheckCentury(int year, string argument)
    {
        if (year is < 2000 or > 2099)
        {
            throw new ArgumentOutOfRangeException(argument, year, "The century digit 0 covers 2000-2099.");
        }
    }

    public static string ForPeople(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string ForPeople(DateTimeOffset at) =>
        at.ToOffset(MoscowTime.Offset).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
