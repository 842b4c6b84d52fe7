using System.Globalization;

namespace HemC101.Tracking.Scans.Isbt;

/// <summary>DS 031: the only time of ISBT 128 that says whether it is local or UTC.</summary>
/// <param name="Clock">As written; see <paramref name="IsUtc"/>.</param>
public sealed record FlexibleTimeValue(FlexibleTimeKind Kind, bool IsUtc, DateTime Clock) : IsbtValue(31)
{
    private const string Pattern = "yyyyMMddHHmm";

    /// <summary>UTC; a local time is the site's.</summary>
    public DateTimeOffset At => IsUtc ? new DateTimeOffset(Clock, TimeSpan.Zero) : MoscowTime.At(Clock);

    public override string Content =>
        $"{(IsUtc ? '2' : '1')}0{((int)Kind).ToString("00", CultureInfo.InvariantCulture)}{Clock.ToString(Pattern, CultureInfo.InvariantCulture)}";

    protected override Text Value
    {
        get
        {
            var (kind, at) = (NameOf(Kind), Clock.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture));
            return IsUtc
                ? new($"{kind.Ru} {at} UTC ({IsbtDates.ForPeople(At)} МСК)", $"{kind.En} {at} UTC ({IsbtDates.ForPeople(At)} MSK)")
                : new($"{kind.Ru} {at} МСК", $"{kind.En} {at} MSK");
        }
    }

    internal static IsbtValue? Read(ReadOnlySpan<char> content) =>
        content is ['1' or '2', '0', '0', >= '1' and <= '6', ..]
        && IsbtDates.CalendarDay(content[4..12]) is { } day && IsbtDates.Clock(content[12..]) is { } clock
            ? new FlexibleTimeValue((FlexibleTimeKind)(content[3] - '0'), content[0] == '2', day.ToDateTime(clock))
            : null;

    private static Text NameOf(FlexibleTimeKind kind) => kind switch
    {
        FlexibleTimeKind.Expiry => new("годен до", "expiry"),
        FlexibleTimeKind.Collection => new("сбор", "collection"),
        FlexibleTimeKind.Production => new("производство", "production"),
        FlexibleTimeKind.CrossClamp => new("пережатие сосудов", "cross clamp"),
        FlexibleTimeKind.Preservation => new("консервация", "preservation"),
        FlexibleTimeKind.Death => new("смерть", "death"),
    };
}
