using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps;

/// <summary>
/// Two people do the same step one after the other, each alone. The first closes a half that nobody can read; the second does everything
/// again; what both have done the same is the step. See <see cref="SecondCheck.Independent"/>.
/// </summary>
public static class IndependentCheck
{
    /// <returns>The half that waits to be done; null for a step that is not checked so.</returns>
    public static CheckHalf? Due(Step step, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Check != SecondCheck.Independent ? null : Open(step, facts) is null ? CheckHalf.First : CheckHalf.Second;
    }

    /// <returns>The first half that the second person completes; null when there is none, or its time ran out.</returns>
    public static FirstCheck? Open(Step step, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Chain.FirstCheckOf(step.Id, facts.Target) is { } first && IsInTime(first, facts) ? first : null;
    }

    /// <summary>The last moment included.</summary>
    public static bool IsInTime(FirstCheck first, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Since(first.At) <= TimeSpan.FromMinutes(facts.Settings.SecondCheckMinutes);
    }

    /// <summary>What is asked of the one person whose turn it is: one signature, and of the second no more than both record.</summary>
    public static Step Asked(Step step, Facts facts) => Due(step, facts) is not { } half ? step : half switch
    {
        CheckHalf.First => step with
        {
            Signatures = [step.Signatures[0]],
            TakesRemark = false,
            IssuesDonation = false,
            IssuesBatch = false,
            Labels = null,
            LabelsAround = null,
            Events = done => [new FirstCheckFinished(step.Id, done.Target, done.SealedHash)],
        },
        CheckHalf.Second => step with
        {
            Signatures = [step.Signatures[1]],
            Record = [.. step.Record.Where(field => field.ByBoth)],
            TargetRecord = step.TargetRecord is { } more ? asked => [.. more(asked).Where(field => field.ByBoth)] : null,
            IssuesDonation = false,
            IssuesBatch = false,
            Labels = null,
            LabelsAround = null,
            Checks = [],
            Events = _ => [],
        },
    };

    /// <summary>The half of the signed-in person waits for its second: they may take it back, and not complete it.</summary>
    /// <returns>Null when it is another's, or none waits.</returns>
    public static FirstCheck? Own(Step step, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Check == SecondCheck.Independent && Open(step, facts) is { } first && facts.SignedIn?.Number == first.Signature.By ? first : null;
    }

    /// <summary>Nobody opens the second half of their own check, under whichever account.</summary>
    internal static Refusal? Obstacle(Step step, Facts facts) =>
        step.Check != SecondCheck.Independent || Open(step, facts) is not { } first || facts.SignedIn is not { } person ? null
        : person.Number == first.Signature.By ? CheckReasons.OwnHalfDone
        : facts.Chain.AreOne(first.Signature.By, person) ? CheckReasons.NamesakeHalfDone
        : null;

    /// <summary>Compared only when the second half is complete and signed by somebody else: until then nothing is learnt of the first.</summary>
    /// <returns>Null when the two halves agree, or the second is none yet.</returns>
    public static Decision.Voided? Voided(Step step, Facts facts)
    {
        if (Due(step, facts) != CheckHalf.Second || RuleBook.Whole(Asked(step, facts), facts) is Decision.Refused || SamePerson(step, facts) is not null)
        {
            return null;
        }

        return facts.First is not { } first ? new(CheckReasons.FirstLapsed, Void(step, facts, "lapsed"))
            : Agree(step, facts, first) ? null
            : new(CheckReasons.Disagreement, Void(step, facts, ChainState.Disagreement));
    }

    /// <summary>With what both have recorded, where a first half is opened.</summary>
    public static Facts Joined(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.First is { } first ? facts with { Record = first.Record.Over(facts.Record) } : facts;
    }

    /// <summary>The step itself, with what both have scanned and recorded and with both signatures.</summary>
    internal static Decision Second(Step step, Facts facts)
    {
        if (SamePerson(step, facts) is { } same)
        {
            return new Decision.Refused([same]);
        }

        return RuleBook.Whole(Asked(step, facts), facts) is Decision.Refused refused
            ? refused
            : RuleBook.Whole(step, facts with
            {
                Signers = [Signer(Open(step, facts)!.Signature), facts.Signers[0]],
                Record = Joined(facts).Record,
            });
    }

    /// <summary>Who signs a half has scanned it.</summary>
    internal static IEnumerable<Refusal> Refusals(Step step, Facts facts) =>
        step.Check == SecondCheck.Independent && facts.Signers is [.., var signer]
        && facts.Scans.Values.Any(scan => scan.Evidence.By is { } by && by != signer.Person.Number)
            ? [CheckReasons.ScannedByAnother]
            : [];

    internal static CheckVoided Void(Step step, Facts facts, string reason) => new(step.Id, facts.Target, reason);

    private static Refusal? SamePerson(Step step, Facts facts) =>
        facts.Signers is not [var second, ..] || Open(step, facts) is not { } first ? null
        : second.Person.Number == first.Signature.By ? Reasons.SamePersonTwice
        : facts.Chain.AreOne(first.Signature.By, second.Person) ? Reasons.SameNameTwice
        : null;

    private static bool Agree(Step step, Facts facts, FirstHalf first) =>
        step.ScansFor(facts).All(demand => IdentifierOf(facts.Scans, demand) == IdentifierOf(first.Scans, demand))
        && Asked(step, facts).RecordFor(facts).All(field => facts.Record.Agrees(first.Record, field));

    private static string? IdentifierOf(ImmutableDictionary<string, AcceptedScan> scans, ScanDemand demand) =>
        scans.GetValueOrDefault(demand.Key)?.Evidence.Identifier;

    /// <summary>As they were when they signed: with the role that the rules found then.</summary>
    private static Signer Signer(Signature signature) =>
        new(new Person(signature.By, signature.FullName, new HashSet<Role> { signature.Role }), signature.Method);
}
