using System.Collections.Frozen;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Alarms;

/// <summary>Whom a kind of alarm concerns, and what is said.</summary>
/// <param name="Says">What happened or runs out, and what to do next; no name, no number.</param>
/// <param name="Groups">Who is called when it is urgent; one or more.</param>
/// <param name="Roles">Who sees it and may acknowledge it.</param>
/// <param name="Stations">On whose pages it stands, besides the home page.</param>
public sealed record AlarmRule(
    Text Says, IReadOnlyList<AlarmGroup> Groups, FrozenSet<Role> Roles, FrozenSet<Station> Stations)
{
    /// <summary>When it is urgent; the same where there is no difference.</summary>
    public Text SaysUrgent { get; init; } = Says;

    public Text At(AlarmLevel level) => level == AlarmLevel.Urgent ? SaysUrgent : Says;

    public bool Concerns(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Roles.Overlaps(person.Roles);
    }
}
