using System.Collections.Frozen;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.People;

/// <summary>Somebody of the crews, as signatures and rules see them.</summary>
/// <param name="Roles">Given to them, suspended ones included.</param>
public sealed record Person(StaffNumber Number, string FullName, IReadOnlySet<Role> Roles)
{
    /// <summary>By role; a role without an entry needs no training or has one without limit.</summary>
    public IReadOnlyDictionary<Role, Training> Training { get; init; } = FrozenDictionary<Role, Training>.Empty;

    public bool Has(Role role) => Roles.Contains(role);

    /// <summary>Whether the role is theirs and not suspended.</summary>
    public bool MayActAs(Role role, DateTimeOffset now) =>
        Has(role) && (!Training.TryGetValue(role, out var training) || training.Covers(MoscowTime.DayOf(now)));
}
