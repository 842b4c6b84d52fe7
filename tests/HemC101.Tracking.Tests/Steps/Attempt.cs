using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
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
        Book = story.Book,
        Now = story.Now,
        FallbackSet = story.FallbackSet,
    };

    public Facts Facts => FactsOn(story.Chain, null);

    /// <summary>Of an independent check both halves, one after the other, each of them complete.</summary>
    public Decision Decide()
    {
        var facts = Facts;
        var decided = RuleBook.Decide(step, facts);
        return IsHalf(facts) && decided is Decision.Taken taken
            ? RuleBook.Decide(step, FactsOn(story.Ahead(step, facts, taken), new(facts.Record, facts.Scans)))
            : decided;
    }

    /// <returns>Codes of the refusals; empty when the step would be taken.</returns>
    public IReadOnlyList<string> Codes() =>
        Decide() switch
        {
            Decision.Refused refused => [.. refused.Reasons.Select(reason => reason.Code)],
            Decision.Voided voided => [voided.Reason.Code],
            _ => [],
        };

    public Story Take()
    {
        var facts = Facts;
        Take(facts);
        if (IsHalf(facts))
        {
            Take(FactsOn(story.Chain, new(facts.Record, facts.Scans)));
        }

        return story;
    }

    /// <summary>The half that is due, and no more.</summary>
    /// <param name="first">What the first half holds; null while it is the first that is due, and for a second that cannot open it.</param>
    public Facts Half(FirstHalf? first = null) => FactsOn(story.Chain, first);

    /// <summary>Takes the first half of an independent check alone.</summary>
    public FirstHalf TakeFirst()
    {
        var facts = Facts;
        Take(facts);
        return new(facts.Record, facts.Scans);
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

    private bool IsHalf(Facts facts) => IndependentCheck.Due(step, facts) == CheckHalf.First;

    private void Take(Facts facts)
    {
        if (RuleBook.Decide(step, facts) is not Decision.Taken taken)
        {
            throw new InvalidOperationException($"{step.Id} on '{target}': {string.Join(" | ", Codes())}");
        }

        story.Happen(step, facts, taken);
    }

    private Facts FactsOn(ChainState chain, FirstHalf? first)
    {
        var bare = Bare with { Chain = chain, First = first };
        var asked = IndependentCheck.Asked(step, bare);
        var facts = bare with
        {
            Signers = SignersOf(asked, bare),
            SignedIn = Crew.All.FirstOrDefault(person => step.Roles.Any(person.Has)),
            Fresh = story.Fresh,
        };
        if (!Targets.Exists(step, facts))
        {
            return facts;
        }

        var (record, _) = RecordValues.Parse(
            asked.RecordFor(facts),
            name => _answers.GetValueOrDefault(name) ?? Answers.To(step, asked.RecordFor(facts).First(field => field.Name == name), facts));
        return _change(Scanned(facts with { Record = record.WithProfiles(profile => profile with { Mark = Digest.Of(Encoding.UTF8.GetBytes(profile.Normal)).ToString() }).WithTexts((_, text) => text with { Id = TextId.Of(Digest.Of(Encoding.UTF8.GetBytes(text.Words))) }) }));
    }

    private IReadOnlyList<Signer> SignersOf(Step asked, Facts bare) =>
        _signers is null ? OwnerOf(bare) is { } owner ? [Crew.Signing(owner)] : Crew.For(asked, bare, NotFor(bare))
        : IndependentCheck.Due(step, bare) == CheckHalf.Second ? [.. _signers.Skip(1)]
        : _signers;

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

    /// <summary>Null where anybody with the role may sign.</summary>
    private Person? OwnerOf(Facts facts) => step.Id is "safety.confirm" or "safety.dispute"
        ? Crew.All.SingleOrDefault(person => person.Number == facts.SafetyAct?.By)
        : step.Id == "check.withdraw" ? Crew.All.SingleOrDefault(person => person.Number == facts.WaitingHalf?.Signature.By)
        : null;

    private IEnumerable<Tracking.Identity.StaffNumber> NotFor(Facts facts) => step.Id switch
    {
        "bedside.second" => facts.Bag?.Rounds ?? [],
        "hold.release" => facts.Chain.Holds.SelectMany(hold => hold.PlacedBy),
        "safety.settle" or "safety.vouch" => facts.Chain.SafetyActs.Select(act => act.By),
        _ => IndependentCheck.Open(step, facts) is { } first ? [first.Signature.By] : [],
    };
}
