using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Whom to call when, as typed.</summary>
/// <param name="From">Begin of a shift in Moscow time, as the browser writes it; empty, as <paramref name="Until"/>, for always.</param>
/// <param name="Days">On how many days in a row the shift is; 1 when nothing was typed.</param>
public sealed partial record OnCallForm(AlarmGroup? Group, StaffNumber? StaffNo, int? Place, string? Mail, string? Phone, string? From = null, string? Until = null, string? Days = null)
{
    public const int MostDays = 31;

    private const int LongestMail = 120;
    private static readonly TimeSpan LongestShift = TimeSpan.FromDays(14);
    private static readonly MomentField Moment = new("from", new("", ""));

    /// <summary>As it is called: + and digits; null when none was typed.</summary>
    public string? PlainPhone => string.IsNullOrWhiteSpace(Phone) ? null : Filler().Replace(Phone, "");

    /// <summary>Null when none was typed.</summary>
    public string? PlainMail => string.IsNullOrWhiteSpace(Mail) ? null : Mail.Trim();

    public IEnumerable<Text> Refusals()
    {
        if (Group is not { } group || !Enum.IsDefined(group))
        {
            yield return AlarmReasons.NoGroup;
        }

        if (Place is not (>= 1 and <= 99))
        {
            yield return AlarmReasons.Place;
        }

        if (PlainMail is { } mail && (mail.Length > LongestMail || !MailForm().IsMatch(mail) || !MailAddress.TryCreate(mail, out _)))
        {
            yield return AlarmReasons.Mail;
        }

        if (PlainPhone is { } phone && !PhoneForm().IsMatch(phone))
        {
            yield return AlarmReasons.Phone;
        }

        if (Times is not { } times)
        {
            yield return AlarmReasons.Time;
        }
        else if (times[0] is { From: { } from, Until: { } until } && (until <= from || until - from > LongestShift))
        {
            yield return AlarmReasons.Shift;
        }
        else if (times.Zip(times.Skip(1)).Any(pair => pair.First.Meets(pair.Second)))
        {
            yield return AlarmReasons.ShiftsMeet;
        }
    }

    /// <summary>One for each day; null when it cannot be read.</summary>
    public IReadOnlyList<DutyTime>? Times
    {
        get
        {
            var isAlways = string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(Until);
            var days = string.IsNullOrWhiteSpace(Days) ? 1 : int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
            if (days is < 1 or > MostDays || isAlways && days > 1)
            {
                return null;
            }

            return isAlways ? [DutyTime.Always]
                : Read(From) is { } from && Read(Until) is { } until
                ? [.. Enumerable.Range(0, days).Select(day => new DutyTime(from.AddDays(day), until.AddDays(day)))]
                : null;
        }
    }

    private static DateTimeOffset? Read(string? typed) => Moment.Check(typed ?? "", out var at) is null ? (DateTimeOffset)at! : null;

    [GeneratedRegex(@"[\s()-]", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"\A\+[0-9]{7,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();

    /// <summary>A plain address: no display name, no quotes, nothing that could become a second header.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailForm();
}
