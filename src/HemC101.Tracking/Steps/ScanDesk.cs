using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Steps;

/// <summary>Takes a scan for a step: finds the demand it answers, in any order, or says why it answers none.</summary>
public static class ScanDesk
{
    /// <param name="facts">With the scans accepted so far.</param>
    /// <param name="known">What the house keeps under the scanned code; null for participants' things and for strangers.</param>
    public static ScanVerdict Take(Step step, Facts facts, ScannedCode code, HouseThing? known)
    {
        var open = step.ScansFor(facts).Where(demand => !facts.Scans.ContainsKey(demand.Key)).ToList();
        var verdicts = open.Select(demand => ScanJudge.Judge(demand, facts, code, known)).ToList();
        var identifier = ScanJudge.Identifier(code, known);

        return verdicts.Find(verdict => verdict.IsAccepted)
            ?? verdicts.Find(verdict => verdict.Kind == Verdict.Mismatch)
            ?? Repeated(facts, identifier)
            ?? verdicts.Find(verdict => verdict.Kind != Verdict.WrongKind)
            ?? new ScanVerdict(Verdict.WrongKind, Wrong(open), open.FirstOrDefault()?.Key, identifier);
    }

    private static ScanVerdict? Repeated(Facts facts, string identifier)
    {
        var earlier = facts.Scans.FirstOrDefault(scan => scan.Value.Evidence.Identifier == identifier);
        return earlier.Key is null
            ? null
            : new ScanVerdict(
                Verdict.Duplicate,
                new Text("Этот код уже отсканирован. Продолжайте со следующего.", "This code is scanned already. Go on with the next one."),
                earlier.Key,
                identifier);
    }

    private static Text Wrong(List<ScanDemand> open) => open.Count == 0
        ? new Text("Все сканирования этого шага уже выполнены.", "Every scan of this step is done already.")
        : new Text(
            $"Это не то, что нужно. Отсканируйте: {string.Join("; ", open.Select(demand => demand.Prompt.Ru))}.",
            $"This is not what is wanted. Scan: {string.Join("; ", open.Select(demand => demand.Prompt.En))}.");
}
