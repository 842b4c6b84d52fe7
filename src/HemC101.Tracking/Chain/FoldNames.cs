using System.Collections.Immutable;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>A staff number and a name that stood beside it in a signature.</summary>
public readonly record struct SignedName(StaffNumber By, string FullName);

/// <summary>The fold of who signed under which name, so that two accounts of one person are taken for one wherever two people are wanted.</summary>
public sealed partial record ChainState
{
    public ImmutableHashSet<SignedName> Signed { get; init; } = [];

    /// <summary>Of somebody who has signed nothing in this chain only the number is known.</summary>
    public bool AreOne(StaffNumber number, Person person) =>
        number == person.Number || NamesOf(number).Any(name => Duties.AreOne(name, person.FullName));

    public bool AreOne(StaffNumber number, StaffNumber other) =>
        number == other || NamesOf(number).Any(name => NamesOf(other).Any(second => Duties.AreOne(name, second)));

    private IEnumerable<string> NamesOf(StaffNumber number) => Signed.Where(signed => signed.By == number).Select(signed => signed.FullName);

    private ImmutableHashSet<SignedName> SignedWith(Act act) => Signed.Union(NamesIn(act));

    private static ImmutableHashSet<SignedName> NamesIn(Act act) => [.. act.Signatures.Select(signature => new SignedName(signature.By, signature.FullName))];
}
