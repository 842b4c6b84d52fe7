using System.Collections.Immutable;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Who takes a step: the rules are asked until they agree to somebody.</summary>
internal static class DemoCast
{
    /// <param name="facts">With everything scanned and recorded.</param>
    /// <returns>The facts with the signers the rules accept; null when they accept none.</returns>
    public static Facts? Find(Step step, Facts facts, IReadOnlyList<Person> crew) =>
        Casts(step, crew)
            .Select(cast => Sign(step, facts, crew, cast))
            .FirstOrDefault(signed => Signatories.Assign(step, signed).Refusals.Count == 0 && step.Checks.All(check => check.Holds(signed)));

    /// <summary>People of the right roles, whatever the rules would say to them.</summary>
    public static Facts Any(Step step, Facts facts, IReadOnlyList<Person> crew) =>
        Sign(step, facts, crew, Casts(step, crew).FirstOrDefault() ?? []);

    private static Facts Sign(Step step, Facts facts, IReadOnlyList<Person> crew, ImmutableList<Person> cast) => facts with
    {
        Signers = [.. cast.Select(person => new Signer(person, AuthenticationMethod.BadgeAndPin))],
        SignedIn = cast.FirstOrDefault() ?? crew.FirstOrDefault(person => step.Roles.Any(person.Has)),
    };

    private static IEnumerable<ImmutableList<Person>> Casts(Step step, IReadOnlyList<Person> crew) =>
        step.Signatures.Aggregate(
            (IEnumerable<ImmutableList<Person>>)[[]],
            (casts, demand) =>
                from cast in casts
                from person in crew
                where demand.Roles.Any(person.Has) && !cast.Contains(person)
                select cast.Add(person));
}
