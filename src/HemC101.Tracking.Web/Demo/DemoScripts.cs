using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Writes the script of a step from the catalogue, the chain and the house as they are now.</summary>
internal static class DemoScripts
{
    /// <param name="source">Where labels and things of the house are read.</param>
    /// <param name="address">Step, chain and thing.</param>
    /// <param name="blank">Aimed at the thing, with nothing scanned or recorded.</param>
    /// <param name="crew">Who can be asked to take part; those named first are asked first.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DemoScript> WriteAsync(Source source, StepAddress address, Facts blank, IReadOnlyList<Person> crew, CancellationToken ct)
    {
        var step = IndependentCheck.Asked(address.Step, blank);
        var obstacles = RuleBook.Obstacles(address.Step, blank);
        crew = [.. crew.Where(person => person.Number != IndependentCheck.Open(address.Step, blank)?.Signature.By)];
        var (scans, scanned) = await ScanAsync(source, step, blank, ct);
        scanned = scanned with { First = Foreseen(address.Step, scanned) };
        var fields = step.RecordFor(blank);
        var first = fields.ToDictionary(field => field.Name, field => DemoAnswers.To(step, field, blank));
        // Rules about what was recorded are asked of nobody whose step is not possible: they rest on the gates.
        var (answers, facts) = Records(fields, first)
            .TakeWhile(_ => obstacles.Count == 0)
            .Select(answers => (answers, Facts: DemoCast.Find(step, Record(fields, answers, scanned), crew)))
            .Where(found => found.Facts is not null)
            .Select(found => (found.answers, found.Facts!))
            .FirstOrDefault((first, DemoCast.Any(step, Record(fields, first, scanned), crew)));
        return new DemoScript
        {
            Address = address,
            Facts = facts,
            Obstacles = obstacles,
            Scans = scans,
            Entries = [.. fields.Select(field => new DemoEntry(field, answers[field.Name]))],
        };
    }

    /// <summary>Nobody knows what the first half holds; the script takes it that the first person went by theirs.</summary>
    private static FirstHalf? Foreseen(Step step, Facts scanned)
    {
        var fields = step.RecordFor(scanned);
        var answers = fields.ToDictionary(field => field.Name, field => DemoAnswers.To(step, field, scanned));
        return IndependentCheck.Due(step, scanned) == CheckHalf.Second ? new(RecordValues.Parse(fields, answers.GetValueOrDefault).Values, scanned.Scans) : null;
    }

    private static async Task<(IReadOnlyList<DemoScan> Scans, Facts Scanned)> ScanAsync(Source source, Step step, Facts facts, CancellationToken ct)
    {
        List<DemoScan> scans = [];
        foreach (var demand in step.ScansFor(facts))
        {
            var code = await FindAsync(source, step, demand, facts, ct);
            scans.Add(new DemoScan(demand, code));
            if (code is not null && await AttemptScans.JudgeAsync(source, step, facts, code.Raw, facts.ScannerSetup, ct) is { IsAccepted: true } verdict)
            {
                var evidence = new ScanEvidence(demand.Key, code.Raw, verdict.Identifier!, EntryMethod.Scanned, facts.Now);
                facts = facts with { Scans = facts.Scans.SetItem(demand.Key, new AcceptedScan(evidence, verdict.House, verdict.Serial)) };
            }
        }

        return (scans, await FallbackLookup.ScannedAsync(source, step, facts, ct));
    }

    private static async Task<DemoCode?> FindAsync(Source source, Step step, ScanDemand demand, Facts facts, CancellationToken ct) => demand.Wanted switch
    {
        Wanted.Band => DemoCode.Band(facts.Chain),
        Wanted.CollectionBag => await DemoCode.OnAsync(source, facts.Chain, demand.Expect?.Invoke(facts) ?? facts.Collection?.Present.First(), demand.IsFresh(facts), ct),
        Wanted.ProcessContainer => await DemoCode.OnAsync(source, facts.Chain, facts.Batch?.Number.ToString(), ct),
        Wanted.LabelAround => facts.Print is { } print ? await DemoCode.OfAsync(source, print, ct) : null,
        Wanted.Tag => await DemoCode.TagAsync(source, facts.Chain, demand.Expect?.Invoke(facts), ct),
        Wanted.FallbackSet => await DemoCode.FallbackAsync(source, ct),
        Wanted.RfidTag => DemoCode.Tag(demand, facts),
        Wanted.DoseBag => await DemoCode.OnAsync(source, facts.Chain, demand.Expect?.Invoke(facts) ?? facts.Bag?.Id.ToString(), demand.IsFresh(facts), ct),
        _ => await DemoStock.FindAsync(source, step, demand, facts, ct) is { } thing ? DemoCode.Of(thing) : null,
    };

    /// <summary>The good day's answers first; then, for a day that is not so good, one choice after the other is made differently.</summary>
    private static IEnumerable<Dictionary<string, string>> Records(IReadOnlyList<Field> fields, Dictionary<string, string> first) =>
        from choice in fields.OfType<ChoiceField>().SelectMany(field => field.Choices.Select(choice => (field.Name, choice.Code))).Prepend(("", ""))
        select choice.Item1.Length == 0 ? first : new Dictionary<string, string>(first) { [choice.Item1] = choice.Item2 };

    private static Facts Record(IReadOnlyList<Field> fields, Dictionary<string, string> answers, Facts scanned) =>
        scanned with { Record = RecordValues.Parse(fields, answers.GetValueOrDefault).Values };
}
