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
            return ([], ObstacleOf(step, facts.SignedIn, facts.Now) is { } obstacle ? [obstacle] : []);
        }

        return Assign(step.SignaturesFor(facts), facts.Signers, TrainedAt(step, facts.Now));
    }

    /// <param name="demands">One for each signer.</param>
    /// <param name="signers">In the order of the demands.</param>
    /// <param name="trainedAt">When their training must be valid; null where nobody is asked for it.</param>
    public static (IReadOnlyList<SignedAs> Signed, IReadOnlyList<Refusal> Refusals) Assign(
        IReadOnlyList<SignatureDemand> demands, IReadOnlyList<Signer> signers, DateTimeOffset? trainedAt)
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
        else if (signers.Where((signer, at) => signers.Take(at).Any(other => Duties.AreOne(other.Person.FullName, signer.Person.FullName))).Any())
        {
            refusals.Add(Reasons.SameNameTwice);
        }

        List<SignedAs> signed = [];
        foreach (var (demand, signer) in demands.Zip(signers))
        {
            var fitting = demand.Roles.Where(signer.Person.Roles.Contains).ToList();
            if (Duties.Refusal(signer.Person.Roles) is not null)
            {
                refusals.Add(Reasons.AdministratorWorks);
            }
            else if (fitting.Count == 0)
            {
                refusals.Add(Reasons.RoleMissing(demand.Roles, signer.Person.FullName));
            }
            else if (fitting.FindIndex(role => IsTrained(signer.Person, role, trainedAt)) is var at and not -1)
            {
                signed.Add(new SignedAs(signer, fitting[at], demand.Meaning));
            }
            else
            {
                refusals.Add(Reasons.RoleSuspended(signer.Person, fitting[0]));
            }
        }

        return (signed, refusals);
    }

    /// <summary>On whose lists the step stands.</summary>
    public static bool Concerns(Step step, Facts facts, Person person) =>
        step.Roles.Any(person.Roles.Contains) && step.Concerns?.Invoke(facts, person) != false;

    /// <summary>Who may see the step's form: those who take it or sign it.</summary>
    public static bool MayOpen(Step step, Person person) =>
        step.Roles.Concat(step.Signatures.SelectMany(demand => demand.Roles)).Any(person.Roles.Contains);

    /// <summary>
    /// What keeps somebody from taking the step themselves. In Safety whoever works with participants may act at once, trained or not; who
    /// acted is confirmed afterwards.
    /// </summary>
    /// <returns>Null when nothing does.</returns>
    public static Refusal? ObstacleOf(Step step, Person? person, DateTimeOffset now)
    {
        var fitting = step.Roles.Where(role => person?.Has(role) == true).ToList();
        return fitting.Count == 0 ? Reasons.RoleMissing(step.Roles)
            : Duties.Refusal(person!.Roles) is not null && step.Kind != StepKind.Safety ? Reasons.AdministratorWorks
            : fitting.Exists(role => IsTrained(person!, role, TrainedAt(step, now))) ? null
            : Reasons.RoleSuspended(person!, fitting[0]);
    }

    private static DateTimeOffset? TrainedAt(Step step, DateTimeOffset now) =>
        step.Kind == StepKind.Safety || step.WithoutTraining ? null : now;

    private static bool IsTrained(Person person, Role role, DateTimeOffset? at) => at is not { } now || person.MayActAs(role, now);

    /// <summary>Who stands before the participant, and so has to know the name; everybody else works by subject number and codes.</summary>
    public static bool MeetParticipants(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return AtTheSide.Any(person.Roles.Contains);
    }
}
