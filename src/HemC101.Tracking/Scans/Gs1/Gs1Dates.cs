using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Gs1;

/// <summary>Dates of GS1 values. Two-digit years are read as 20yy.</summary>
internal static class Gs1Dates
{
    public static bool Holds(Gs1Check check, ReadOnlySpan<char> text) => check switch
    {
        Gs1Check.Birthday => IsDay((int)Gs1Checks.Number(text[..4]), text[4..6], text[6..], dayMayBeOpen: false),
        _ => IsDay(2000 + (int)Gs1Checks.Number(text[..2]), text[2..4], text[4..], dayMayBeOpen: check == Gs1Check.Month),
    };

    /// <param name="text">hhmm.</param>
    public static bool IsClock(ReadOnlySpan<char> text) => Gs1Checks.Number(text[..2]) < 24 && Gs1Checks.Number(text[2..]) < 60;

    /// <param name="yymmdd">Checked; DD 00 is the last day of the month.</param>
    public static DateOnly Day(ReadOnlySpan<char> yymmdd)
    {
        var (year, month, day) = (2000 + (int)Gs1Checks.Number(yymmdd[..2]), (int)Gs1Checks.Number(yymmdd[2..4]), (int)Gs1Checks.Number(yymmdd[4..6]));
        return new DateOnly(year, month, day == 0 ? DateTime.DaysInMonth(year, month) : day);
    }

    private static bool IsDay(int year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, bool dayMayBeOpen) =>
        year >= 1
        && Charset.IsDigits(month) && Gs1Checks.Number(month) is >= 1 and <= 12 and var m
        && Gs1Checks.Number(day) <= DateTime.DaysInMonth(year, (int)m)
        && (dayMayBeOpen || day is not "00");
}
