namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 005 expiry, 007 collection, 009 production: to the minute by the site's clock.</summary>
public sealed record MinuteValue : IsbtValue
{
    /// <param name="structure">5, 7 or 9.</param>
    /// <param name="at">2000-2099 in Moscow; seconds are cut off.</param>
    public MinuteValue(int structure, DateTimeOffset at)
        : base(structure is 5 or 7 or 9 ? structure : throw new ArgumentOutOfRangeException(nameof(structure), structure, "DS 005, 007 or 009."))
    {
        IsbtDates.CheckCentury(at.ToOffset(MoscowTime.Offset).Year, nameof(at));
        At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)).ToUniversalTime();
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; }

    public override string Content => IsbtDates.Written(At);

    protected override Text Value => new($"{IsbtDates.ForPeople(At)} МСК", $"{IsbtDates.ForPeople(At)} MSK");

    internal static IsbtValue? Read(int structure, ReadOnlySpan<char> content) =>
        IsbtDates.Minute(content) is { } at ? new MinuteValue(structure, at) : null;
}
