using System.Net.Mail;
using System.Text.RegularExpressions;
using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Whom to call, as typed.</summary>
public sealed partial record OnCallForm(AlarmGroup? Group, StaffNumber? StaffNo, int? Place, string? Mail, string? Phone)
{
    private const int LongestMail = 120;

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

        if (PlainMail is null && PlainPhone is null)
        {
            yield return AlarmReasons.NoAddress;
        }
    }

    [GeneratedRegex(@"[\s()-]", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"\A\+[0-9]{7,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();

    /// <summary>A plain address: no display name, no quotes, nothing that could become a second header.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MailForm();
}
