using HemC101.Tracking.Identity;

namespace HemC101.Tracking.People;

/// <summary>Somebody of the crews, as signatures and rules see them.</summary>
public sealed record Person(StaffNumber Number, string FullName, IReadOnlySet<Role> Roles)
{
    public bool Has(Role role) => Roles.Contains(role);
}
