using HemC101.Tracking.Alarms;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Section <c>Alarms</c> of the configuration. How a site watches is its own; what the protocol owner decides stands in the study settings.</summary>
/// <param name="Limits">When a clock is worth a look.</param>
/// <param name="Grace">So long an urgent clock stands on the pages before anybody is called.</param>
/// <param name="Escalation">So long after a call that nobody acknowledged the next person is called .</param>
/// <param name="Link">Where people reach the site; null when nothing is sent out.</param>
public sealed record AlarmOptions(AlarmLimits Limits, TimeSpan Grace, TimeSpan Escalation, Uri? Link)
{
    public const string Section = "Alarms";

    /// <summary>Name, value when it is left out, fewest and most.</summary>
    private static readonly (string Name, int Usual, int Fewest, int Most)[] Numbers =
    [
        ("IssuedMinutes", 60, 5, 1440),
        ("ReadinessMinutes", 120, 5, 1440),
        ("StartMinutes", 10, 1, 120),
        ("ExpiryDays", 14, 1, 180),
        ("WindowHours", 6, 1, 72),
        ("GraceMinutes", 5, 0, 60),
        ("EscalateMinutes", 15, 1, 240),
    ];

    public static IEnumerable<string> Names => [.. Numbers.Select(number => number.Name), nameof(Link)];

    /// <exception cref="SettingFault">A number is out of range, or the link is none.</exception>
    public static AlarmOptions Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var values = Numbers.ToDictionary(number => number.Name, number => section.GetValue(number.Name, number.Usual));
        if (Numbers.FirstOrDefault(number => values[number.Name] < number.Fewest || values[number.Name] > number.Most) is { Name: { } name } wrong)
        {
            throw new SettingFault(new(
                $"{Section}:{name} – от {wrong.Fewest} до {wrong.Most}.", $"{Section}:{name} has to be {wrong.Fewest} to {wrong.Most}."));
        }

        return new(
            new(
                TimeSpan.FromMinutes(values["IssuedMinutes"]), TimeSpan.FromMinutes(values["ReadinessMinutes"]), TimeSpan.FromMinutes(values["StartMinutes"]),
                TimeSpan.FromDays(values["ExpiryDays"]), TimeSpan.FromHours(values["WindowHours"])),
            TimeSpan.FromMinutes(values["GraceMinutes"]),
            TimeSpan.FromMinutes(values["EscalateMinutes"]),
            LinkOf(section[nameof(Link)]));
    }

    /// <exception cref="SettingFault">Something is sent out, and those who get it would not know where to go.</exception>
    public static void HasToFit(IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[$"{Section}:{nameof(Link)}"])
            && (configuration.GetSection(MailOptions.Section).Exists() || configuration.GetSection(WebhookOptions.Section).Exists()))
        {
            throw new SettingFault(new(
                $"Вызовы отправляются, а {Section}:{nameof(Link)} нет. Укажите адрес сайта, например https://hemc101.example.",
                $"Calls are sent out, but there is no {Section}:{nameof(Link)}. Name the address of the site, such as https://hemc101.example."));
        }
    }

    private static Uri? LinkOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link
        : throw new SettingFault(new(
            $"{Section}:{nameof(Link)}: «{text}» – не адрес http или https.", $"{Section}:{nameof(Link)}: \"{text}\" is no address of http or https."));
}
