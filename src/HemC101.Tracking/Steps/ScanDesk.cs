using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Steps;

/// <summary>Takes a scan for a step: finds the demand it answers, in any order, or says why it answers none.</summary>
public static class ScanDesk
{
    /// <param name="facts">With the scans accepted so far.</param>
    /// <param name="known">What the house keeps under the scanned code; null for participants' things and for strangers.</param>
    public static ScanVerdict Take(Step step, Facts facts, ScannedCode code, HouseThing? known)
    {
        var demands = step.ScansFor(facts);
        foreach (var demand in demands)
        {
            if (!facts.Scans.ContainsKey(demand.Key) && ScanJudge.Judge(demand, facts, code, known) is { IsAccepted: true } accepted)
            {
                return accepted;
            }
        }

        return Refuse(step, demands, facts, code, known);
    }

    /// <summary>What helps most: a mismatch before all else, then that it was scanned already or is void, then what the demand it comes nearest to says.</summary>
    private static ScanVerdict Refuse(Step step, IReadOnlyList<ScanDemand> demands, Facts facts, ScannedCode code, HouseThing? known)
    {
        var (closed, open) = (new List<ScanVerdict>(), new List<ScanVerdict>());
        foreach (var demand in demands)
        {
            (facts.Scans.ContainsKey(demand.Key) ? closed : open).Add(ScanJudge.Judge(demand, facts, code, known));
        }

        return open.Concat(closed).FirstOrDefault(verdict => verdict.Kind == Verdict.Mismatch)
            ?? Repeated(facts, closed)
            ?? open.Find(verdict => verdict.Kind == Verdict.VoidPrint)
            ?? open.Find(verdict => verdict is { Kind: Verdict.NotDue, Serial: not null })
            ?? open.Find(verdict => verdict.Kind != Verdict.WrongKind || verdict.Sentence == ScanSentences.NeedsDataMatrix || verdict.Expected is not null)
            ?? new ScanVerdict(
                Verdict.WrongKind, code is OtherCode other ? other.Why : Wrong(step, facts), open.FirstOrDefault()?.Demand, ScanJudge.Identifier(code, known));
    }

    /// <summary>False for a scan of a round or an independent check that was voided since: everybody scans anew.</summary>
    public static bool StillCounts(Step step, Facts facts, DateTimeOffset scannedAt) =>
        !(scannedAt <= facts.Bag?.ScansVoidUntil) && !(scannedAt <= facts.Chain.CheckVoidUntil(step.Id, facts.Target));

    private static ScanVerdict? Repeated(Facts facts, List<ScanVerdict> closed) =>
        closed.Find(verdict => verdict.IsAccepted && facts.Scans[verdict.Demand!].Evidence.Identifier == verdict.Identifier) is { } again
            ? again with
            {
                Kind = Verdict.Duplicate,
                Sentence = new Text("Этот код уже отсканирован. Продолжайте со следующего.", "This code is scanned already. Go on with the next one."),
            }
            : null;

    private static Text Wrong(Step step, Facts facts)
    {
        var open = step.ScansFor(facts).Where(demand => !facts.Scans.ContainsKey(demand.Key)).ToList();
        return open.Count == 0
            ? new Text("Все сканирования этого шага уже выполнены.", "Every scan of this step is done already.")
            : new Text(
                $"Это не то, что нужно. Отсканируйте: {string.Join("; ", open.Select(demand => demand.Prompt.Ru))}.",
                $"This is not what is wanted. Scan: {string.Join("; ", open.Select(demand => demand.Prompt.En))}.");
    }
}
