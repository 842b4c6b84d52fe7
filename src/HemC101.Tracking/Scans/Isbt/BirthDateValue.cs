using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 024: location code (2, table RT018) and the date of birth.</summary>
public sealed record BirthDateValue(string Location, DateOnly Born) : IsbtValue(24)
{
    public override string Content => $"{Location}{Born.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    protected override Text Value => Same(IsbtDates.ForPeople(Born));

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        Charset.IsDigits(content[..2]) && IsbtDates.CalendarDay(content[2..]) is { } born ? new BirthDateValue(content[..2].ToString(), born) : null;
}
