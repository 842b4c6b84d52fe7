using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Synthetic people: four of every role, each with that one role.</summary>
internal static class Crew
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    public static IReadOnlyList<Person> All { get; } =
        [.. Enum.GetValues<Role>().SelectMany(role => Enumerable.Range(1, 4).Select(index => Somebody(role, index)))];

    /// <param name="index">1 to 4.</param>
    public static Person Of(Role role, int index = 1) => All.Where(person => person.Has(role)).ElementAt(index - 1);

    public static Signer Signing(Person person) => new(person, AuthenticationMethod.BadgeAndPin);

    /// <summary>One different fitting person for each signature the step demands.</summary>
    public static IReadOnlyList<Signer> For(Step step, Facts facts, IEnumerable<StaffNumber> notThese)
    {
        List<Person> chosen = [];
        var refused = notThese.ToHashSet();
        foreach (var demand in step.SignaturesFor(facts))
        {
            chosen.Add(All.First(person =>
                demand.Roles.Any(person.Has) && !refused.Contains(person.Number) && !chosen.Contains(person)));
        }

        return [.. chosen.Select(Signing)];
    }

    private static Person Somebody(Role role, int index) => new(
        StaffNumber.Issue(Facility, ((int)role * 10) + index), $"{role} {index}", new HashSet<Role> { role });
}
