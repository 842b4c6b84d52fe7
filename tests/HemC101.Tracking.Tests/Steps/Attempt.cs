using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>One try at a step, complete in every respect until the test takes something away.</summary>
internal sealed class Attempt(Story story, Step step, string target)
{
    private readonly Dictionary<string, string> _answers = [];
    private readonly HashSet<string> _unscanned = [];
    private Func<Facts, Facts> _change = facts => facts;
    private IReadOnlyList<Signer>? _signers;

    public Step Step => step;

    public string Target => target;

    public Attempt With(string field, string value)
    {
        _answers[field] = value;
        return this;
    }

    public Attempt Without(string demand)
    {
        _unscanned.Add(demand);
        return this;
    }

    public Attempt By(params Person[] signers)
    {
        _signers = [.. signers.Select(Crew.Signing)];
        return this;
    }

    public Attempt But(Func<Facts, Facts> change)
    {
        _change = change;
        return this;
    }

    /// <summary>The chain, the hour and the target; nothing scanned, recorded or signed.</summary>
    public Facts Bare => new()
    {
        Chain = story.Chain,
        Target = target,
        Settings = story.Settings,
        Now = story.Now,
    };

    public Facts Facts
    {
        get
        {
            var facts = Bare with
            {
                Signers = _signers ?? Crew.For(step, Bare, NotFor(Bare)),
                SignedIn = Crew.All.FirstOrDefault(person => step.Roles.Any(person.Has)),
                Fresh = story.Fresh,
            };
            if (!Targets.Exists(step, facts))
            {
                return facts;
            }

            var (record, _) = RecordValues.Parse(
                step.RecordFor(facts),
                name => _answers.GetValueOrDefault(name) ?? Answers.To(step, step.RecordFor(facts).First(asked => asked.Name == name), facts));
            return _change(Scanned(facts with { Record = record }));
        }
    }

    public Decision Decide() => RuleBook.Decide(step, Facts);

    /// <returns>Codes of the refusals; empty when the step would be taken.</returns>
    public IReadOnlyList<string> Codes() =>
        Decide() is Decision.Refused refused ? [.. refused.Reasons.Select(reason => reason.Code)] : [];

    public Story Take()
    {
        var facts = Facts;
        return RuleBook.Decide(step, facts) switch
        {
            Decision.Taken taken => story.Happen(step, facts, taken),
            Decision.Refused refused => throw new InvalidOperationException(
                $"{step.Id} on '{target}': {string.Join(" | ", refused.Reasons.Select(reason => $"{reason.Code}: {reason.Reason}"))}"),
            var other => throw new InvalidOperationException($"Unexpected decision {other}."),
        };
    }

    /// <summary>Scans one thing before anything else was scanned.</summary>
    public ScanVerdict Scan(ScannedCode code, HouseThing? known = null) => ScanDesk.Take(step, Bare, code, known);

    /// <summary>Scans a wrong thing, and leaves in the chain what such a scan leaves.</summary>
    public Story ScanWrong(ScannedCode code, Person by)
    {
        foreach (var what in Mismatch.Events(step, Bare, Scan(code)))
        {
            story.Happen(what, by, step.Id);
        }

        return story;
    }

    private Facts Scanned(Facts facts)
    {
        foreach (var demand in step.ScansFor(facts).Where(demand => !_unscanned.Contains(demand.Key)))
        {
            var (code, known) = Symbols.Right(demand, facts);
            var verdict = ScanDesk.Take(step, facts, code, known);
            if (verdict is { IsAccepted: true, Demand: { } answered })
            {
                var evidence = new ScanEvidence(answered, verdict.Identifier!, verdict.Identifier!, EntryMethod.Scanned, facts.Now);
                facts = facts with { Scans = facts.Scans.Add(answered, new AcceptedScan(evidence, verdict.House, verdict.Serial)) };
            }
        }

        return facts;
    }

    private IEnumerable<Tracking.Identity.StaffNumber> NotFor(Facts facts) => step.Id switch
    {
        "bedside.second" => facts.Bag?.Rounds ?? [],
        "hold.release" => facts.Chain.Holds.Select(hold => hold.PlacedBy),
        _ => [],
    };
}
