namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 004 expiry, 006 collection, 008 production: a day without a time.</summary>
public sealed record DayValue : IsbtValue
{
    /// <param name="structure">4, 6 or 8.</param>
    /// <param name="day">2000-2099.</param>
    public DayValue(int structure, DateOnly day)
        : base(structure is 4 or 6 or 8 ? structure : throw new ArgumentOutOfRangeException(nameof(structure), structure, "DS 004, 006 or 008."))
    {
        IsbtDates.CheckCentury(day.Year, nameof(day));
        Day = day;
    }

    public DateOnly Day { get; }

    public override string Content => IsbtDates.Written(Day);

    protected override Text Value => Same(IsbtDates.ForPeople(Day));

    internal static IsbtValue? Read(int structure, ReadOnlySpan<char> content) =>
        IsbtDates.Day(content) is { } day ? new DayValue(structure, day) : null;
}
