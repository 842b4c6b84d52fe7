using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps;

/// <summary>Who may sign what: each demand gets its own person with a fitting role, and nobody signs twice.</summary>
public static class Signatories
{
    private static readonly Role[] AtTheSide =
        [Role.Investigator, Role.Coordinator, Role.ApheresisNurse, Role.ApheresisPhysician, Role.WardNurse];

    public static (IReadOnlyList<SignedAs> Signed, IReadOnlyList<Refusal> Refusals) Assign(Step step, Facts facts)
    {
        if (step.Signatures.Count == 0)
        {
            return ([], MayAct(step, facts.SignedIn) ? [] : [Reasons.RoleMissing(step.Roles)]);
        }

        return Assign(step.Signatures, facts.Signers);
    }

    public static (IReadOnlyList<SignedAs> Signed, IReadOnlyList<Refusal> Refusals) Assign(
        IReadOnlyList<SignatureDemand> demands, IReadOnlyList<Signer> signers)
    {
        if (signers.Count < demands.Count)
        {
            return ([], [Reasons.SignatureMissing(demands[signers.Count])]);
        }

        List<Refusal> refusals = [];
        if (signers.DistinctBy(signer => signer.Person.Number).Count() < signers.Count)
        {
            refusals.Add(Reasons.SamePersonTwice);
        }

        List<SignedAs> signed = [];
        foreach (var (demand, signer) in demands.Zip(signers))
        {
            var fitting = demand.Roles.Where(signer.Person.Roles.Contains).ToList();
            if (fitting.Count == 0)
            {
                refusals.Add(Reasons.RoleMissing(demand.Roles, signer.Person.FullName));
            }
            else
            {
                signed.Add(new SignedAs(signer, fitting[0], demand.Meaning));
            }
        }

        return (signed, refusals);
    }

    /// <summary>Who may see the step's form: those who take it or sign it.</summary>
    public static bool MayOpen(Step step, Person person) =>
        step.Roles.Concat(step.Signatures.SelectMany(demand => demand.Roles)).Any(person.Roles.Contains);

    /// <summary>Who stands before the participant, and so has to know the name; everybody else works by subject number and codes.</summary>
    public static bool MeetParticipants(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return AtTheSide.Any(person.Roles.Contains);
    }

    /// <summary>In Safety any signed-in person who works with participants may act at once; who acted is confirmed afterwards.</summary>
    private static bool MayAct(Step step, Person? person) =>
        person is not null && step.Roles.Any(person.Roles.Contains);
}
